import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  readonly mark?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where nothing is yet: what will be here, and the way to it. */
export function EmptyState({ title, mark, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className="empty">
      {mark !== undefined && <div className="empty-mark">{mark}</div>}
      <h2>{title}</h2>
      {children !== undefined && <p className="empty-text">{children}</p>}
      {action}
    </div>
  );
}

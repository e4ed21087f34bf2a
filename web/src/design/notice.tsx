import type { ReactNode } from 'react';
import type { Tone } from './badge.js';

export interface NoticeProps {
  readonly tone?: Exclude<Tone, 'accent'>;
  readonly title: string;
  /** What happened, and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Something to know, beside what it is about. A bad one is read out at once. */
export function Notice({ tone = 'plain', title, children, actions }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className="notice-title">{title}</div>
      {children !== undefined && <div>{children}</div>}
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}

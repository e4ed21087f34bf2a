import type { ReactNode } from 'react';
import { Notice } from './notice.js';

/** A failure in the gateway's own words. */
export function ErrorNotice({
  title,
  details = [],
  requestId,
  actions,
}: {
  readonly title: string;
  readonly details?: readonly string[];
  readonly requestId?: string | undefined;
  readonly actions?: ReactNode;
}): ReactNode {
  return (
    <Notice tone="bad" title={title} {...(actions !== undefined && { actions })}>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      {requestId !== undefined && (
        <p>
          Request <code>{requestId}</code>
        </p>
      )}
    </Notice>
  );
}

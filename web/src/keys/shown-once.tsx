import type { ReactNode } from 'react';
import { CopyButton } from '../design/copy-button.js';
import { Notice } from '../design/notice.js';

/** A secret that is stored nowhere: it can be copied now, and never again. */
export function ShownOnce({
  label,
  secret,
  children,
}: {
  readonly label: string;
  readonly secret: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="shown-once">
      <Notice tone="warn" title="It is shown here once">
        {children}
      </Notice>
      <output className="secret" aria-label={label}>
        {secret}
      </output>
      <CopyButton text={secret} label="Copy" />
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Tone } from './tone.js';

export type { Tone } from './tone.js';

export function Badge({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

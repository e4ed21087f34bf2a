import type { ReactNode } from 'react';

/** The place of something that is being loaded. Sizes are CSS lengths. */
export function Skeleton({
  width = '100%',
  height = '1rem',
}: {
  readonly width?: string;
  readonly height?: string;
}): ReactNode {
  return <div className="skeleton" aria-hidden="true" style={{ width, height }} />;
}

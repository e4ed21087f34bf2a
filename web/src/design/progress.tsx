import type { ReactNode } from 'react';

/** How far something is, from 0 to 1; undefined: nothing is known but that it goes on. */
export function Progress({
  label,
  value,
}: {
  readonly label: string;
  readonly value?: number | undefined;
}): ReactNode {
  const percent = value === undefined ? undefined : Math.round(value * 100);
  return (
    <div
      className={percent === undefined ? 'progress progress-unknown' : 'progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        className="progress-bar"
        style={percent === undefined ? undefined : { width: `${String(percent)}%` }}
      />
    </div>
  );
}

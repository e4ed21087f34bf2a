import type { ReactNode } from 'react';
import { relativeTime } from './relative-time.js';

const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A time in words (“3 hours ago”); the exact one on demand. */
export function When({ at }: { readonly at: string | Date }): ReactNode {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={EXACT.format(date)}>
      {relativeTime(date, new Date())}
    </time>
  );
}

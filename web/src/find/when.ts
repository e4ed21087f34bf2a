const MOMENT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** The full date and time. */
export function momentText(iso: string): string {
  return MOMENT.format(Date.parse(iso));
}

/** A length of time: `42 s`, `3 min 5 s`, `2 h 10 min`. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joined(minutes, 'min', seconds % 60, 's');
  return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const text = `${String(large)} ${largeUnit}`;
  return small === 0 ? text : `${text} ${String(small)} ${smallUnit}`;
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** Values for the lines of a chart from 0 on: round, evenly spaced, the last at or above `max`. */
export function ticksTo(max: number, lines: number): readonly number[] {
  if (max <= 0) return [0, 1];
  const rough = max / lines;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough) ?? 10) * power;
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

export interface Bar {
  readonly x: number;
  readonly width: number;
  /** Of the part that is settled, from the ground up. */
  readonly spent: { readonly y: number; readonly height: number };
  /** Of the part that is set aside, on top of it. */
  readonly reserved: { readonly y: number; readonly height: number };
}

/** Bars of equal width with a gap between them, in a field of that size; `top` is the highest value. */
export function barsIn(
  entries: readonly { readonly spent: number; readonly reserved: number }[],
  field: { readonly width: number; readonly height: number; readonly top: number },
): readonly Bar[] {
  const slot = field.width / Math.max(1, entries.length);
  const width = Math.min(slot * 0.7, 40);
  const heightOf = (value: number): number => (value / field.top) * field.height;
  return entries.map(({ spent, reserved }, at) => {
    const [low, high] = [heightOf(spent), heightOf(reserved)];
    return {
      x: at * slot + (slot - width) / 2,
      width,
      spent: { y: field.height - low, height: low },
      reserved: { y: field.height - low - high, height: high },
    };
  });
}

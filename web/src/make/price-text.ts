/** The price of a model, as `models` tells it. */
export interface Price {
  readonly unit: 'CHARACTERS' | 'ONCE' | 'OUTPUTS' | 'SECONDS';
  readonly base: number;
  readonly creditsMin: number;
  readonly creditsMax: number;
  readonly minimum: number | null;
  readonly charactersPerUnit: number | null;
  readonly isPartial: boolean;
}

/** `5–15 credits a second`; words for an unknown price. */
export function priceText(price: Price | null): string {
  if (price === null) return 'Price not published';
  const { base, creditsMin, creditsMax, isPartial } = price;
  const span =
    creditsMin === creditsMax ? figure(creditsMax) : `${figure(creditsMin)}–${figure(creditsMax)}`;
  const credits = creditsMax === 1 && creditsMin === 1 ? 'credit' : 'credits';
  const start = base > 0 ? `${figure(base)} + ` : '';
  return `${isPartial ? 'from ' : ''}${start}${span} ${credits}${unitText(price)}`;
}

function unitText({ unit, charactersPerUnit }: Price): string {
  switch (unit) {
    case 'SECONDS':
      return ' a second';
    case 'OUTPUTS':
      return ' each';
    case 'CHARACTERS':
      return ` per ${String(charactersPerUnit ?? 1)} characters`;
    case 'ONCE':
      return '';
  }
}

function figure(credits: number): string {
  return String(Math.round(credits * 1_000) / 1_000);
}

/** The lengths that a model makes, as `models` tells them. */
export interface Lengths {
  readonly min: number | null;
  readonly max: number | null;
  readonly values: readonly number[] | null;
  readonly auto: boolean;
}

/** `2–10 s`; undefined where no length is chosen or known. */
export function lengthText(lengths: Lengths | null): string | undefined {
  if (lengths === null) return undefined;
  const { min, max, values } = lengths;
  if (values !== null) return `${values.join(', ')} s`;
  if (max === null) return min === null ? undefined : `from ${String(min)} s`;
  return min === null ? `up to ${String(max)} s` : `${String(min)}–${String(max)} s`;
}

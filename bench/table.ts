/** A table of figures, as Markdown: the first column holds names, the others figures. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)];
}

/** A figure that is promised. */
export interface Aim {
  readonly title: string;
  readonly measured: string;
  readonly aim: string;
  readonly isMet: boolean;
}

export function atLeast(title: string, measured: number, least: number): Aim {
  const digits = least < 10 ? 2 : 0;
  return {
    title,
    measured: measured.toFixed(digits),
    aim: `≥ ${least.toFixed(digits)}`,
    isMet: measured >= least,
  };
}

export function atMost(
  title: string,
  measured: number,
  most: number,
  unit: 's' | 'ms' | 'MB' | 'packages',
): Aim {
  const digits = unit === 's' ? 2 : unit === 'ms' ? 1 : 0;
  return {
    title,
    measured: `${measured.toFixed(digits)} ${unit}`,
    aim: `≤ ${most.toFixed(digits)} ${unit}`,
    isMet: measured <= most,
  };
}

export function aimTable(aims: readonly Aim[]): readonly string[] {
  const rows = aims.map(({ title, measured, aim, isMet }) => [
    title,
    measured,
    aim,
    isMet ? 'yes' : 'no',
  ]);
  return table(['', 'measured', 'aim', 'met'], rows);
}

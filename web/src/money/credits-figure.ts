const FIGURE = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `1,250`: credits without their word. */
export function creditsFigure(credits: number): string {
  return FIGURE.format(credits);
}

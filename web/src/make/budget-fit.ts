/** The parts of an estimate that say whether a request fits. */
export interface EstimatedRequest {
  readonly credits: number;
  readonly isGuaranteed: boolean;
  readonly remaining: number | null;
  readonly wouldWait: boolean;
}

export interface Fit {
  readonly fits: boolean;
  /** What to show beside the price; null: nothing. */
  readonly warning: string | null;
}

/** Whether the requests fit into what is left, each at its most. */
export function fitOf({ credits, remaining, wouldWait }: EstimatedRequest, count: number): Fit {
  const total = credits * count;
  if (remaining !== null && total > remaining) {
    return {
      fits: false,
      warning: `This needs ${creditsText(total)} and your budget has ${creditsText(remaining)} left. Choose something shorter or smaller, or ask for a larger budget.`,
    };
  }
  const warning = wouldWait
    ? 'All places are taken right now: this would wait in the queue.'
    : null;
  return { fits: true, warning };
}

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function creditsText(credits: number): string {
  return `${NUMBER.format(credits)} ${credits === 1 ? 'credit' : 'credits'}`;
}

/** 1 credit is 0.01 US dollars at Runway. */
export function dollarsText(credits: number): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
  return format.format(credits / 100);
}

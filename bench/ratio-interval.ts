/** A ratio of two things that were measured in turn, round by round. */
export interface RatioInterval {
  /** Geometric mean over the rounds. */
  readonly ratio: number;
  /** Where it lies with 95 % confidence, by a bootstrap over the rounds. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 10_000;

/** One ratio a round. */
export function ratioInterval(ratios: readonly number[]): RatioInterval {
  const logs = ratios.map(Math.log);
  const means = Array.from({ length: RESAMPLES }, () => mean(resample(logs)));
  means.sort((a, b) => a - b);
  const at = (share: number) => Math.exp(means[Math.floor(share * (RESAMPLES - 1))] ?? NaN);
  return { ratio: Math.exp(mean(logs)), low: at(0.025), high: at(0.975) };
}

function resample(values: readonly number[]): number[] {
  return values.map(() => values[Math.floor(Math.random() * values.length)] ?? NaN);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

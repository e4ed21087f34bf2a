import type { ReactNode } from 'react';
import { Button } from '../design/button.js';
import { Icon } from '../design/icon.js';
import { creditsText, dollarsText, type Fit } from './budget-fit.js';
import './submit-bar.css';
import type { Estimated, EstimateState } from './use-estimate.js';

/** At once, from one press. */
export const COUNT_MAX = 4;

/** What it costs, how many, and the button; it stays in sight. */
export function SubmitBar({
  estimate,
  fit,
  count,
  isSending,
  onCount,
}: {
  readonly estimate: EstimateState;
  readonly fit: Fit | undefined;
  readonly count: number;
  readonly isSending: boolean;
  readonly onCount: (count: number) => void;
}): ReactNode {
  return (
    <div className="submit-bar">
      <div className="submit-price" aria-live="polite">
        <Price estimate={estimate} count={count} />
        {isSending && <span className="submit-note">Sending …</span>}
        {fit?.warning != null && (
          <span className={fit.fits ? 'submit-note' : 'submit-note submit-over'} id="fit">
            {fit.warning}
          </span>
        )}
      </div>
      <label className="submit-count">
        <span className="visually-hidden">How many at once</span>
        <select
          className="control"
          value={count}
          onChange={(event) => {
            onCount(Number(event.target.value));
          }}
        >
          {Array.from({ length: COUNT_MAX }, (_none, index) => index + 1).map((each) => (
            <option key={each} value={each}>
              {each} ×
            </option>
          ))}
        </select>
      </label>
      <Button
        type="submit"
        look="primary"
        className="submit-button"
        disabled={fit?.fits === false}
        aria-describedby={fit?.warning == null ? undefined : 'fit'}
      >
        <Icon name="make" size={18} />
        Make
        <kbd aria-hidden="true">{isApple() ? '⌘' : 'Ctrl'} ↵</kbd>
      </Button>
    </div>
  );
}

function Price({
  estimate: { estimate, refusal, isAsking },
  count,
}: {
  readonly estimate: EstimateState;
  readonly count: number;
}): ReactNode {
  if (estimate === undefined) {
    return (
      <span className="submit-note">{refusal ?? (isAsking ? 'Working out the price …' : ' ')}</span>
    );
  }
  const total = estimate.credits * count;
  return (
    <span className={isAsking ? 'price price-old' : 'price'} data-testid="price">
      <strong className="numeric">{creditsText(total)}</strong>
      <span className="submit-note">
        {total === 0 ? 'Free' : dearestText(estimate, total)}
        {estimate.remaining !== null && ` · ${creditsText(estimate.remaining)} left`}
      </span>
    </span>
  );
}

function dearestText({ isGuaranteed, source }: Estimated, total: number): string {
  if (isGuaranteed) return `At most ${dollarsText(total)}`;
  return source === 'MAXIMUM' ? 'Set aside: its price is not known' : `About ${dollarsText(total)}`;
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

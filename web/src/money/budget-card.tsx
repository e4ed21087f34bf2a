import type { ReactNode } from 'react';
import type { StudioMoneyQuery } from '../generated/graphql.js';
import { creditsText } from '../make/budget-fit.js';
import { creditsFigure } from './credits-figure.js';

export type Budget = NonNullable<StudioMoneyQuery['viewer']>['budget'][number];

/** Of a budget: the rest below which it is shown as short. */
const SHORT_SHARE = 0.1;

const RESET = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

function nameOf({ scope, period }: Budget): string {
  const whose = scope === 'TENANT' ? 'Everyone' : 'This key';
  return period === 'DAY' ? `${whose}, today` : `${whose}, this month`;
}

/** What is left of a budget, and what has been taken from it. */
export function BudgetCard({ budget }: { readonly budget: Budget }): ReactNode {
  const { limit, spent, reserved, remaining, overrun, resetsAt } = budget;
  const isShort = limit !== null && (remaining ?? 0) <= limit * SHORT_SHARE;
  return (
    <section className="card budget" aria-label={nameOf(budget)}>
      <h3 className="budget-name">{nameOf(budget)}</h3>
      {limit === null ? (
        <p className="budget-figure numeric">
          {creditsFigure(spent + reserved)} <span>credits used, no limit</span>
        </p>
      ) : (
        <p className={isShort ? 'budget-figure budget-short numeric' : 'budget-figure numeric'}>
          {creditsFigure(remaining ?? 0)} <span>of {creditsText(limit)} left</span>
        </p>
      )}
      {limit !== null && (
        <div className="meter" aria-hidden="true">
          <div className="meter-spent" style={{ width: shareOf(spent, limit) }} />
          <div className="meter-reserved" style={{ width: shareOf(reserved, limit) }} />
        </div>
      )}
      <dl className="budget-parts numeric">
        <div>
          <dt>Spent</dt>
          <dd>{creditsFigure(spent)}</dd>
        </div>
        <div>
          <dt>Set aside</dt>
          <dd>{creditsFigure(reserved)}</dd>
        </div>
        {overrun > 0 && (
          <div>
            <dt>Overrun</dt>
            <dd>{creditsFigure(overrun)}</dd>
          </div>
        )}
      </dl>
      {limit !== null && (
        <p className="soft budget-reset">Starts anew {RESET.format(Date.parse(resetsAt))}</p>
      )}
    </section>
  );
}

function shareOf(credits: number, limit: number): string {
  const share = limit === 0 ? 1 : credits / limit;
  return `${String(Math.min(100, Math.max(0, share * 100)))}%`;
}

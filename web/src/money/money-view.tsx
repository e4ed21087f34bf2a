import { useState, type ReactNode } from 'react';
import { Link } from '../app/router.js';
import { Button } from '../design/button.js';
import { EmptyState } from '../design/empty-state.js';
import { Icon } from '../design/icon.js';
import { Notice } from '../design/notice.js';
import { Skeleton } from '../design/skeleton.js';
import { BudgetCard } from './budget-card.js';
import { creditsText } from '../make/budget-fit.js';
import { creditsFigure } from './credits-figure.js';
import { DayChart } from './day-chart.js';
import { DayTable } from './day-table.js';
import { RankedBars } from './ranked-bars.js';
import { byDay, highest, total, type UsageRow } from './spending.js';
import { useAccountCredits, useHolderNames, useMoney, type Money } from './use-money.js';
import './money.css';

const PERIODS = [7, 30, 90] as const;

/** Names of a ranked list; what is beyond them is one entry. */
const NAMES_MAX = 8;

/** What is left, and where it went. */
export function MoneyView(): ReactNode {
  const [days, setDays] = useState<number>(30);
  const money = useMoney(days);
  return (
    <>
      <div className="page-head">
        <h1>Money</h1>
        <div className="periods" role="group" aria-label="Period">
          {PERIODS.map((period) => (
            <button
              key={period}
              type="button"
              className="period"
              aria-pressed={period === days}
              onClick={() => {
                setDays(period);
              }}
            >
              {period} days
            </button>
          ))}
        </div>
      </div>
      {money.error !== undefined && (
        <Notice
          tone="bad"
          title="The figures could not be read"
          actions={<Button onClick={money.retry}>Try again</Button>}
        >
          {money.error}
        </Notice>
      )}
      {money.data === undefined ? (
        money.error === undefined && <Skeleton height="24rem" />
      ) : (
        <Figures {...money} data={money.data} />
      )}
    </>
  );
}

function Figures({
  data,
  period,
}: Money & { readonly data: NonNullable<Money['data']> }): ReactNode {
  const nameOf = useHolderNames();
  const days = byDay(data.days?.rows ?? [], period);
  const sum = total(days);
  const models = ranked(data.models?.rows, ({ model }) => model ?? 'No model');
  const keys = ranked(data.keys?.rows, ({ subject }) => nameOf(subject ?? 'Unknown'));
  return (
    <>
      <Left budgets={data.viewer?.budget ?? []} />
      <section className="card money-days" aria-labelledby="money-days">
        <div className="money-head">
          <h2 id="money-days">Spent by day</h2>
          <p className="numeric">
            <strong>{creditsText(sum.spent + sum.reserved)}</strong> in {sum.tasks} tasks
          </p>
        </div>
        {sum.tasks === 0 ? (
          <EmptyState
            title="Nothing spent in this time"
            mark={<Icon name="money" size={32} />}
            action={
              <Link to="/" className="button button-primary">
                Make something
              </Link>
            }
          >
            Each task shows here on the day on which it was accepted.
          </EmptyState>
        ) : (
          <>
            <DayChart days={days} />
            <DayTable days={days} />
          </>
        )}
      </section>
      {sum.tasks > 0 && (
        <div className="money-columns">
          <section className="card" aria-labelledby="money-models">
            <h2 id="money-models">By model</h2>
            <RankedBars title="Credits by model" entries={models} />
          </section>
          <section className="card" aria-labelledby="money-keys">
            <h2 id="money-keys">By key</h2>
            <RankedBars title="Credits by key" entries={keys} />
          </section>
        </div>
      )}
    </>
  );
}

function ranked(rows: readonly UsageRow[] | undefined, nameOf: (row: UsageRow) => string) {
  return highest(rows ?? [], nameOf, NAMES_MAX);
}

/** The credits of the account, and the budgets. */
function Left({
  budgets,
}: {
  readonly budgets: readonly Parameters<typeof BudgetCard>[0]['budget'][];
}): ReactNode {
  const credits = useAccountCredits();
  return (
    <div className="budgets">
      {credits !== undefined && (
        <section className="card budget budget-account" aria-label="Runway account">
          <h3 className="budget-name">Runway account</h3>
          <p className="budget-figure numeric">
            {creditsFigure(credits)} <span>credits left</span>
          </p>
          <p className="soft budget-reset">About {dollarText(credits)} at Runway</p>
        </section>
      )}
      {budgets.map((budget) => (
        <BudgetCard key={budget.scope + budget.period} budget={budget} />
      ))}
    </div>
  );
}

/** Runway sells a credit for 0.01 US dollars. */
function dollarText(credits: number): string {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' }).format(
    credits / 100,
  );
}

import type { ReactNode } from 'react';
import { creditsFigure } from './credits-figure.js';
import type { Spending } from './spending.js';

/** The figures of the chart, newest day first. */
export function DayTable({ days }: { readonly days: readonly Spending[] }): ReactNode {
  return (
    <details className="day-details">
      <summary>Show as a table</summary>
      <div className="table-scroll" role="region" aria-label="Credits by day" tabIndex={0}>
        <table className="plain-table numeric">
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              <th scope="col">Tasks</th>
              <th scope="col">Spent</th>
              <th scope="col">Set aside</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ name, tasks, spent, reserved }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{tasks}</td>
                <td>{creditsFigure(spent)}</td>
                <td>{creditsFigure(reserved)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

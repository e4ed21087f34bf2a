import type { ReactNode } from 'react';
import { creditsFigure } from './credits-figure.js';
import { creditsOf, type Spending } from './spending.js';

/** Names with the credits that went to them, the highest first: a table whose cells are drawn. */
export function RankedBars({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly Spending[];
}): ReactNode {
  const highest = Math.max(...entries.map(creditsOf), 0);
  return (
    <table className="ranked">
      <caption className="visually-hidden">{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Tasks</th>
          <th scope="col">Credits</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.name}>
            <th scope="row">
              <span className="ranked-name">{entry.name}</span>
              <span className="ranked-track" aria-hidden="true">
                <span className="ranked-bar" style={{ width: shareOf(entry, highest) }} />
              </span>
            </th>
            <td className="ranked-tasks numeric">
              {entry.tasks} {entry.tasks === 1 ? 'task' : 'tasks'}
            </td>
            <td className="ranked-credits numeric">{creditsFigure(creditsOf(entry))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shareOf(entry: Spending, highest: number): string {
  return highest === 0 ? '0%' : `${String((creditsOf(entry) / highest) * 100)}%`;
}

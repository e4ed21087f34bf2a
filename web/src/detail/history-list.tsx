import type { ReactNode } from 'react';
import { statusWords } from '../tasks/status-badge.js';
import { momentText, spanText } from '../find/when.js';
import type { StudioTaskFragment } from '../generated/graphql.js';

/** The statuses of a task, each with its time and how long it lasted. */
export function HistoryList({
  history,
}: {
  readonly history: StudioTaskFragment['history'];
}): ReactNode {
  if (history.length === 0) return <p className="soft">The gateway no longer keeps its history.</p>;
  return (
    <ol className="history">
      {history.map(({ status, at }, place) => {
        const next = history[place + 1];
        return (
          <li key={at + status} className={`history-step history-${status.toLowerCase()}`}>
            <span className="history-status">{statusWords(status)}</span>
            <time dateTime={at}>{momentText(at)}</time>
            {next !== undefined && (
              <span className="history-span numeric">
                {spanText(Date.parse(next.at) - Date.parse(at))}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

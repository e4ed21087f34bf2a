import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from '../app/router.js';
import { titleOf } from '../make/kinds.js';
import { creditsFigure } from '../money/credits-figure.js';
import type { ListBodyProps } from './gallery-grid.js';
import type { CardTask } from './listed-task.js';
import { StatusBadge } from '../tasks/status-badge.js';
import { Thumbnail } from './thumbnail.js';
import { useElementBox } from './use-element-box.js';
import { agoText } from '../tasks/task-words.js';
import { momentText } from './when.js';

/** px, as the style sheet has it. */
const ROW_HEIGHT = 72;

/** Rows beyond the screen, above and below. */
const OVERSCAN = 6;

const COLUMNS = ['Task', 'Status', 'Model', 'Label', 'Credits', 'Made', 'Compare'] as const;

/** The rows that are on the screen; empty ones stand for those above and below. */
export function TaskTable({ tasks, picks, onPick, onEnd }: ListBodyProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const { top } = useElementBox(root);
  const [now] = useState(() => Date.now());
  const rows = useWindowVirtualizer({
    count: tasks.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= tasks.length - 1 - OVERSCAN) onEnd();
  }, [last, tasks.length, onEnd]);
  return (
    <div ref={root} className="table-frame">
      <table className="table" aria-rowcount={tasks.length + 1}>
        <caption className="visually-hidden">Tasks, newest first</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`cell-${column.toLowerCase()}`}>
                {column === 'Compare' ? <span className="visually-hidden">{column}</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <Spacer rows={first} />
        <tbody>
          {shown.map(({ index }) => {
            const task = tasks[index];
            return (
              task && (
                <TaskRow
                  key={task.id}
                  task={task}
                  at={index}
                  now={now}
                  isPicked={picks.includes(task.id)}
                  onPick={onPick}
                />
              )
            );
          })}
        </tbody>
        <Spacer rows={tasks.length === 0 ? 0 : tasks.length - 1 - last} />
      </table>
    </div>
  );
}

/** The height of rows that are not in the page. */
function Spacer({ rows }: { readonly rows: number }): ReactNode {
  if (rows === 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ height: rows * ROW_HEIGHT }} />
    </tbody>
  );
}

/** It is drawn anew when the task changes, not when the list is scrolled. */
const TaskRow = memo(function TaskRow({
  task,
  at,
  now,
  isPicked,
  onPick,
}: {
  readonly task: CardTask;
  readonly at: number;
  readonly now: number;
  readonly isPicked: boolean;
  readonly onPick: (id: string) => void;
}): ReactNode {
  const title = task.prompt ?? titleOf(task.operation);
  const { cost, estimatedCredits } = task;
  return (
    <tr className="task-row" aria-rowindex={at + 2}>
      <th scope="row" className="cell-task">
        <Link to={`/tasks/${task.id}`} className="row-link">
          <span className="row-thumb">
            <Thumbnail task={task} />
          </span>
          <span className="row-words">
            <span className="row-title">{title}</span>
            <span className="row-kind">{titleOf(task.operation)}</span>
          </span>
        </Link>
      </th>
      <td className="cell-status">
        <StatusBadge status={task.status} />
      </td>
      <td className="cell-model">{task.model ?? '–'}</td>
      <td className="cell-label">{task.label ?? '–'}</td>
      <td className="cell-credits numeric">
        {cost === null ? `≤ ${creditsFigure(estimatedCredits)}` : creditsFigure(cost)}
      </td>
      <td className="cell-made">
        <time dateTime={task.createdAt} title={momentText(task.createdAt)}>
          {agoText(task.createdAt, now)}
        </time>
      </td>
      <td className="cell-compare">
        <input
          type="checkbox"
          checked={isPicked}
          aria-label={`Compare: ${title}`}
          onChange={() => {
            onPick(task.id);
          }}
        />
      </td>
    </tr>
  );
});

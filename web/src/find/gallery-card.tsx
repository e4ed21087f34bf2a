import { memo, type ReactNode } from 'react';
import { Link } from '../app/router.js';
import { titleOf } from '../make/kinds.js';
import { creditsText } from '../make/budget-fit.js';
import type { CardTask } from './listed-task.js';
import { StatusBadge } from '../tasks/status-badge.js';
import { Thumbnail } from './thumbnail.js';
import { agoText } from '../tasks/task-words.js';

export interface GalleryCardProps {
  readonly task: CardTask;
  readonly now: number;
  readonly isPicked: boolean;
  readonly onPick: (id: string) => void;
}

/** One task of the gallery. */
export const GalleryCard = memo(function GalleryCard({
  task,
  now,
  isPicked,
  onPick,
}: GalleryCardProps): ReactNode {
  const title = task.prompt ?? titleOf(task.operation);
  return (
    <article className={isPicked ? 'shot shot-picked' : 'shot'}>
      <Link to={`/tasks/${task.id}`} className="shot-link">
        <div className="shot-frame">
          <Thumbnail task={task} />
        </div>
        <div className="shot-title">{title}</div>
      </Link>
      <div className="shot-meta">
        {task.status === 'SUCCEEDED' ? (
          <span>{task.model ?? titleOf(task.operation)}</span>
        ) : (
          <StatusBadge status={task.status} />
        )}
        <span className="shot-when">{agoText(task.createdAt, now)}</span>
        <span className="shot-cost numeric">
          {task.cost === null ? `≤ ${creditsText(task.estimatedCredits)}` : creditsText(task.cost)}
        </span>
      </div>
      {task.outputs > 1 && <span className="shot-count">{task.outputs} files</span>}
      <label className="shot-pick">
        <input
          type="checkbox"
          checked={isPicked}
          aria-label={`Compare: ${title}`}
          onChange={() => {
            onPick(task.id);
          }}
        />
      </label>
    </article>
  );
});

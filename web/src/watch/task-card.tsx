import type { ReactNode } from 'react';
import { Link } from '../app/router.js';
import { Button } from '../design/button.js';
import { titleOf } from '../make/kinds.js';
import { useOpenInMake } from '../make/use-open-in-make.js';
import { prefillFrom } from '../make/prefill.js';
import { StatusBadge } from '../tasks/status-badge.js';
import { isSettled, type Task } from '../tasks/task-list.js';
import { agoText, promptOf } from '../tasks/task-words.js';
import { OutputPlayer } from './output-player.js';
import { TaskFailure, TaskProgress } from './task-progress.js';
import { useCancel } from './use-cancel.js';
import type { QueuedTask } from './waiting-words.js';

/** A task in a list of what is being made. */
export function TaskCard({
  task,
  others,
  now,
}: {
  readonly task: Task;
  readonly others: readonly QueuedTask[];
  readonly now: number;
}): ReactNode {
  const title = titleOf(task.operation);
  const prompt = promptOf(task.input);
  const [output] = task.output;
  return (
    <article className="task-card" aria-label={`${title}: ${prompt ?? task.id}`}>
      {output !== undefined && <OutputPlayer output={output} title={prompt ?? title} isSmall />}
      <div className="task-card-head">
        <StatusBadge status={task.status} />
        <span className="task-card-when">{agoText(task.createdAt, now)}</span>
      </div>
      <Link className="task-card-title" to={`/watch/${task.id}`}>
        {prompt ?? title}
      </Link>
      <p className="task-card-facts">{[title, task.model].filter(Boolean).join(' · ')}</p>
      <TaskProgress task={task} others={others} />
      <TaskFailure task={task} actions={<Again task={task} />} />
      {!isSettled(task) && task.status !== 'UNCONFIRMED' && <Cancel task={task} />}
    </article>
  );
}

export function Cancel({ task }: { readonly task: Task }): ReactNode {
  const { cancel, isAsking } = useCancel(task.id);
  return (
    <Button
      look="quiet"
      isBusy={isAsking}
      disabled={task.cancelRequestedAt !== null}
      onClick={cancel}
    >
      Cancel
    </Button>
  );
}

/** Opens Make with the input of the task. */
export function Again({ task }: { readonly task: Task }): ReactNode {
  const openInMake = useOpenInMake();
  const prefill = prefillFrom(task);
  if (prefill === undefined) return null;
  return (
    <Button
      onClick={() => {
        openInMake(prefill);
      }}
    >
      Change and make again
    </Button>
  );
}

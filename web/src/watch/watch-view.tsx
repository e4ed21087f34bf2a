import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { TaskDocument } from '../../../client/src/documents.js';
import { Link } from '../app/router.js';
import type { ViewProps } from '../app/view-props.js';
import { CopyAs } from '../copy-as/copy-as.js';
import { EmptyState } from '../design/empty-state.js';
import { Icon } from '../design/icon.js';
import { Skeleton } from '../design/skeleton.js';
import { creditsText } from '../make/budget-fit.js';
import { operationOf, titleOf } from '../make/kinds.js';
import { useTasks } from '../tasks/use-tasks.js';
import { isSettled, type Task } from '../tasks/task-list.js';
import { promptOf } from '../tasks/task-words.js';
import { StatusBadge } from '../tasks/status-badge.js';
import { OutputPlayer } from './output-player.js';
import { Again, Cancel } from './task-card.js';
import { TaskFailure, TaskProgress } from './task-progress.js';
import type { QueuedTask } from './waiting-words.js';
import './watch.css';

/** One task while it is made, and what it made. */
export function WatchView({ params }: ViewProps): ReactNode {
  const id = params['id'] ?? '';
  const { tasks, newest } = useTasks();
  const known = tasks.get(id);
  const [{ data, error, fetching }] = useQuery({
    query: TaskDocument,
    variables: { id },
    pause: known !== undefined,
  });
  const task = known ?? data?.task ?? undefined;
  if (task === undefined) {
    if (fetching) return <Skeleton height="24rem" />;
    return (
      <EmptyState title="There is no such task" action={<Link to="/">Make something</Link>}>
        {error?.message ?? 'It may have been deleted.'}
      </EmptyState>
    );
  }
  return (
    <div className="watch">
      <WatchedTask task={task} others={newest} />
    </div>
  );
}

function WatchedTask({
  task,
  others,
}: {
  readonly task: Task;
  readonly others: readonly QueuedTask[];
}): ReactNode {
  const title = titleOf(task.operation);
  const prompt = promptOf(task.input);
  const operation = operationOf(task.operation);
  return (
    <>
      <header className="watch-head">
        <div className="watch-title">
          <h1>{prompt ?? title}</h1>
          <p className="task-card-facts">
            {[title, task.model, task.label].filter(Boolean).join(' · ')}
          </p>
        </div>
        <StatusBadge status={task.status} />
      </header>
      <Stage task={task} others={others} title={prompt ?? title} />
      <div className="watch-actions">
        <Again task={task} />
        {!isSettled(task) && task.status !== 'UNCONFIRMED' && <Cancel task={task} />}
        <Link to={`/tasks/${task.id}`}>All details</Link>
        <span className="watch-cost">{costText(task)}</span>
      </div>
      {operation !== undefined && (
        <CopyAs
          request={{
            operation,
            input: task.input as Readonly<Record<string, unknown>>,
            label: task.label,
          }}
        />
      )}
    </>
  );
}

function Stage({
  task,
  others,
  title,
}: {
  readonly task: Task;
  readonly others: readonly QueuedTask[];
  readonly title: string;
}): ReactNode {
  if (task.output.length > 0) {
    return (
      <div className="stage">
        {task.output.map((output) => (
          <OutputPlayer key={output.url} output={output} title={title} />
        ))}
        <TaskProgress task={task} others={others} />
      </div>
    );
  }
  return (
    <div className="stage stage-empty" aria-live="polite">
      {task.status === 'SUCCEEDED' ? (
        <>
          <Icon name="check" size={40} />
          <p>Done. What it made is kept at Runway.</p>
        </>
      ) : (
        <>
          <TaskProgress task={task} others={others} />
          <TaskFailure task={task} />
        </>
      )}
    </div>
  );
}

function costText({ cost, estimate }: Task): string {
  return cost === null ? `At most ${creditsText(estimate.credits)}` : `Cost ${creditsText(cost)}`;
}

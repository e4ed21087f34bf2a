import { useState, type ReactNode } from 'react';
import { Link } from '../app/router.js';
import type { ViewProps } from '../app/view-props.js';
import { Button } from '../design/button.js';
import { EmptyState } from '../design/empty-state.js';
import { Icon } from '../design/icon.js';
import { Notice } from '../design/notice.js';
import { Skeleton } from '../design/skeleton.js';
import { agoText, promptOf } from '../tasks/task-words.js';
import { StatusBadge } from '../tasks/status-badge.js';
import { momentText } from '../find/when.js';
import type { StudioTaskFragment } from '../generated/graphql.js';
import { CopyAs } from '../copy-as/copy-as.js';
import { operationOf, titleOf } from '../make/kinds.js';
import { useTasks } from '../tasks/use-tasks.js';
import { OutputPlayer } from '../watch/output-player.js';
import { TaskFailure, TaskProgress } from '../watch/task-progress.js';
import { ArchiveNote } from './archive-note.js';
import { DetailActions } from './detail-actions.js';
import { HistoryList } from './history-list.js';
import { Lineage } from './lineage.js';
import { InputList } from './input-list.js';
import { TaskFacts } from './task-facts.js';
import { useWholeTask, type WholeTask } from './use-whole-task.js';
import '../watch/watch.css';
import './detail.css';

/** One task with all that is known of it. */
export function DetailView({ params }: ViewProps): ReactNode {
  const whole = useWholeTask(params['id'] ?? '');
  if (whole.task !== undefined) return <Detail task={whole.task} />;
  if (whole.error !== undefined) return <Unshown {...whole} />;
  return <Skeleton height="24rem" />;
}

function Detail({ task }: { readonly task: StudioTaskFragment }): ReactNode {
  const [now] = useState(() => Date.now());
  const operation = operationOf(task.operation);
  return (
    <article className="detail">
      <header className="detail-head">
        <Link to="/tasks" className="detail-back">
          <Icon name="back" size={16} />
          Tasks
        </Link>
        <h1>{titleOf(task.operation)}</h1>
        <StatusBadge status={task.status} />
        <time dateTime={task.createdAt} title={momentText(task.createdAt)} className="soft">
          {agoText(task.createdAt, now)}
        </time>
      </header>
      <div className="detail-stage">
        <Stage task={task} />
      </div>
      <DetailActions task={task} />
      <div className="detail-columns">
        <section className="card" aria-labelledby="detail-input">
          <h2 id="detail-input">Input</h2>
          <InputList input={task.input} />
        </section>
        <div className="detail-side">
          <Lineage task={task} />
          <section className="card" aria-labelledby="detail-facts">
            <h2 id="detail-facts">Cost and names</h2>
            <TaskFacts task={task} />
          </section>
          <section className="card" aria-labelledby="detail-history">
            <h2 id="detail-history">History</h2>
            <HistoryList history={task.history} />
          </section>
        </div>
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
    </article>
  );
}

/** The outputs, or why there are none yet. */
function Stage({ task }: { readonly task: StudioTaskFragment }): ReactNode {
  const { newest } = useTasks();
  const title = promptOf(task.input) ?? titleOf(task.operation);
  if (task.output.length > 0) {
    return (
      <div className={task.output.length > 1 ? 'outputs outputs-many' : 'outputs'}>
        {task.output.map((output) => (
          <figure key={output.id} className="output-figure">
            <OutputPlayer output={output} title={title} />
            <ArchiveNote archive={output.archive} />
          </figure>
        ))}
      </div>
    );
  }
  if (task.status === 'SUCCEEDED') {
    return <p className="stage-words">Done. What it made is kept at Runway.</p>;
  }
  return (
    <div className="stage-live">
      <TaskProgress task={task} others={newest} />
      <TaskFailure task={task} />
    </div>
  );
}

function Unshown({ error, retry }: WholeTask): ReactNode {
  if (error?.code === 'NOT_FOUND') {
    return (
      <EmptyState
        title="There is no such task"
        mark={<Icon name="search" size={32} />}
        action={
          <Link to="/tasks" className="button button-secondary">
            All tasks
          </Link>
        }
      >
        It was deleted, or belongs to someone else.
      </EmptyState>
    );
  }
  return (
    <Notice
      tone="bad"
      title="The task could not be read"
      actions={<Button onClick={retry}>Try again</Button>}
    >
      {error?.message}
    </Notice>
  );
}

import type { ReactNode } from 'react';
import { Notice } from '../design/notice.js';
import { Progress } from '../design/progress.js';
import { creditsText } from '../make/budget-fit.js';
import { isSettled, type Task } from '../tasks/task-list.js';
import { adviceFor } from './failure-advice.js';
import { placeInQueue, waitingWords, type QueuedTask } from './waiting-words.js';

/** How far a live task is, or why it waits. */
export function TaskProgress({
  task,
  others,
}: {
  readonly task: Task;
  /** The tenant's tasks, among which it has its place. */
  readonly others: readonly QueuedTask[];
}): ReactNode {
  if (isSettled(task) || task.status === 'UNCONFIRMED') return null;
  const isRunning = task.status === 'RUNNING';
  const percent = Math.round(task.progress * 100);
  return (
    <div className="task-progress">
      <Progress label="Progress of the task" value={isRunning ? task.progress : undefined} />
      <p className="task-waiting">
        {task.cancelRequestedAt !== null
          ? 'Cancelling …'
          : isRunning
            ? `${String(percent)} %`
            : waitingText(task, others)}
      </p>
    </div>
  );
}

const LIVE_WORDS: Readonly<Partial<Record<Task['status'], string>>> = {
  QUEUED: 'It is being sent.',
  PENDING: 'Runway has accepted it and begins soon.',
  THROTTLED: 'Runway has it and waits for a free place.',
};

function waitingText(task: Task, others: readonly QueuedTask[]): string {
  const { waitingFor } = task;
  const place = placeInQueue(task.id, others);
  const reason =
    waitingFor === null ? (LIVE_WORDS[task.status] ?? '') : waitingWords(waitingFor.reason);
  const until = waitingFor?.until == null ? undefined : `Not before ${timeText(waitingFor.until)}.`;
  const words = [place === undefined ? undefined : `${place}.`, reason, until];
  return words.filter((each) => each !== undefined).join(' ');
}

function timeText(iso: string): string {
  return new Date(iso).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit' });
}

/** Why a task ended without a result: Runway's words, and what to do. */
export function TaskFailure({
  task,
  actions,
}: {
  readonly task: Task;
  readonly actions?: ReactNode;
}): ReactNode {
  if (task.status === 'UNCONFIRMED') {
    return (
      <Notice tone="warn" title="It may or may not have reached Runway">
        An operator settles it. Do not make it again before: it may be bought twice.
      </Notice>
    );
  }
  if (task.status === 'CANCELLED') {
    return (
      <Notice title="Cancelled" actions={actions}>
        {task.cost === null ? '' : `It cost ${creditsText(task.cost)}.`}
      </Notice>
    );
  }
  if (task.failure === null) return null;
  const { code, message, retryable, runwayMessage } = task.failure;
  const { title, steps } = adviceFor(code, retryable);
  return (
    <Notice tone="bad" title={title} actions={actions}>
      <p>{message}</p>
      {runwayMessage !== null && (
        <p>
          Runway says: <q>{runwayMessage}</q>
        </p>
      )}
      <p>{steps}</p>
      {code !== null && (
        <p className="task-code">
          <code>{code}</code>
          {task.cost !== null && ` · ${creditsText(task.cost)} charged`}
        </p>
      )}
    </Notice>
  );
}

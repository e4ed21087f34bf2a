import { useRef, useState, type ReactNode } from 'react';
import { Link, navigate, usePlace } from '../app/router.js';
import { Button } from '../design/button.js';
import { EmptyState } from '../design/empty-state.js';
import { Check } from '../design/field.js';
import { Icon } from '../design/icon.js';
import { Notice } from '../design/notice.js';
import { Skeleton } from '../design/skeleton.js';
import { placeText, valueText } from '../detail/input-words.js';
import { useWholeTask, type WholeTask } from '../detail/use-whole-task.js';
import { promptOf } from '../tasks/task-words.js';
import { statusWords, StatusBadge } from '../tasks/status-badge.js';
import { spanText } from '../find/when.js';
import type { StudioTaskFragment } from '../generated/graphql.js';
import { titleOf } from '../make/kinds.js';
import { creditsText } from '../make/budget-fit.js';
import { OutputPlayer } from '../watch/output-player.js';
import { ComparePicker } from './compare-picker.js';
import { differencesOf } from './differences.js';
import '../detail/detail.css';
import '../find/find.css';
import '../watch/watch.css';
import './compare.css';

/** Two tasks beside each other: what they made, and in what they differ. */
export function CompareView(): ReactNode {
  const { query } = usePlace();
  const [left, right] = [query.get('left'), query.get('right')];
  if (left === null || left === '') {
    return (
      <EmptyState
        title="Nothing to compare yet"
        mark={<Icon name="compare" size={32} />}
        action={
          <Link to="/gallery" className="button button-primary">
            Open the gallery
          </Link>
        }
      >
        Tick two tasks in the gallery or in the list.
      </EmptyState>
    );
  }
  if (right === null || right === '') return <ComparePicker left={left} />;
  return <Pair left={left} right={right} />;
}

function Pair({ left, right }: { readonly left: string; readonly right: string }): ReactNode {
  const one = useWholeTask(left);
  const other = useWholeTask(right);
  const pair = useRef<HTMLDivElement>(null);
  const playBoth = (): void => {
    for (const player of pair.current?.querySelectorAll<HTMLMediaElement>('video, audio') ?? []) {
      player.currentTime = 0;
      // A browser may refuse to play; each player has its own button too.
      player.play().catch(() => undefined);
    }
  };
  const canPlay = [one, other].every(({ task }) => /^(?:video|audio)\//.test(mimeTypeOf(task)));
  return (
    <>
      <div className="page-head">
        <h1>Compare</h1>
        <div className="actions">
          {canPlay && (
            <Button onClick={playBoth}>
              <Icon name="play" size={16} />
              Play both
            </Button>
          )}
          <Button
            onClick={() => {
              navigate(`/compare?left=${right}&right=${left}`, { replace: true });
            }}
          >
            Swap sides
          </Button>
        </div>
      </div>
      <div className="pair" ref={pair}>
        <Side whole={one} name="Left" />
        <Side whole={other} name="Right" />
      </div>
      {one.task !== undefined && other.task !== undefined && (
        <Differences left={one.task} right={other.task} />
      )}
    </>
  );
}

function mimeTypeOf(task: StudioTaskFragment | undefined): string {
  return task?.output[0]?.mimeType ?? '';
}

function Side({
  whole: { task, error },
  name,
}: {
  readonly whole: WholeTask;
  readonly name: string;
}): ReactNode {
  if (task === undefined) {
    if (error === undefined) return <Skeleton height="16rem" />;
    return (
      <Notice tone="bad" title={`${name}: the task could not be read`}>
        {error.message}
      </Notice>
    );
  }
  const [file] = task.output;
  const title = promptOf(task.input) ?? titleOf(task.operation);
  return (
    <section className="side" aria-label={`${name}: ${title}`}>
      <div className="side-stage">
        {file === undefined ? (
          <p className="stage-words">{task.failure?.message ?? statusWords(task.status)}</p>
        ) : (
          <OutputPlayer output={file} title={title} />
        )}
      </div>
      <Link to={`/tasks/${task.id}`} className="side-title">
        {title}
      </Link>
      <div className="shot-meta">
        <StatusBadge status={task.status} />
        <span>{task.model}</span>
      </div>
    </section>
  );
}

function Differences({
  left,
  right,
}: {
  readonly left: StudioTaskFragment;
  readonly right: StudioTaskFragment;
}): ReactNode {
  const [isWhole, setIsWhole] = useState(false);
  const all = [
    ...differencesOf({ task: factsOf(left) }, { task: factsOf(right) }),
    ...differencesOf({ input: innerOf(left.input) }, { input: innerOf(right.input) }),
  ];
  const shown = isWhole ? all : all.filter(({ isEqual }) => !isEqual);
  return (
    <section className="card differences" aria-labelledby="differences">
      <div className="differences-head">
        <h2 id="differences">In what they differ</h2>
        <Check
          label="Show what is equal too"
          checked={isWhole}
          onChange={({ target }) => {
            setIsWhole(target.checked);
          }}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft">Both were made in the same way, at the same cost.</p>
      ) : (
        <table className="difference-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Left</th>
              <th scope="col">Right</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ path, left: a, right: b, isEqual }) => (
              <tr key={path} className={isEqual ? undefined : 'difference'}>
                <th scope="row">{placeText(path)}</th>
                <td>{valueText(a ?? '–')}</td>
                <td>{valueText(b ?? '–')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The values of a task that its input does not hold. */
function factsOf(task: StudioTaskFragment): Readonly<Record<string, string>> {
  const { cost, settledAt, createdAt } = task;
  return {
    made: titleOf(task.operation),
    model: task.model ?? '–',
    status: statusWords(task.status),
    cost: cost === null ? '–' : creditsText(cost),
    took: settledAt === null ? '–' : spanText(Date.parse(settledAt) - Date.parse(createdAt)),
  };
}

/** The input below the member that is named after the model: so inputs of two models meet. */
function innerOf(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const members: readonly unknown[] = Object.values(input);
  const [only] = members;
  return members.length === 1 && typeof only === 'object' ? only : input;
}

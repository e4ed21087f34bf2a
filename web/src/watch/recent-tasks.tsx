import { useEffect, useState, type ReactNode } from 'react';
import { Link } from '../app/router.js';
import { EmptyState } from '../design/empty-state.js';
import { Icon } from '../design/icon.js';
import { Notice } from '../design/notice.js';
import { Skeleton } from '../design/skeleton.js';
import { useTasks } from '../tasks/use-tasks.js';
import { isSettled } from '../tasks/task-list.js';
import { TaskCard } from './task-card.js';
import './watch.css';

/** Tasks that are shown beside the form. */
const SHOWN = 8;
const MINUTE_MS = 60_000;

/** What is being made now, and what was made last. */
export function RecentTasks(): ReactNode {
  const { newest, isLoaded, failure } = useTasks();
  const now = useNow();
  const live = newest.filter((task) => !isSettled(task));
  const shown = [...live, ...newest.filter(isSettled)].slice(0, Math.max(SHOWN, live.length));
  return (
    <section className="recent" aria-labelledby="recent-title">
      <div className="recent-head">
        <h2 id="recent-title">Now</h2>
        <Link to="/tasks">All tasks</Link>
      </div>
      {failure !== undefined && (
        <Notice tone="bad" title="Your tasks cannot be read">
          {failure}
        </Notice>
      )}
      {!isLoaded && <Skeleton height="10rem" />}
      {isLoaded && shown.length === 0 && failure === undefined && (
        <EmptyState title="Nothing yet" mark={<Icon name="play" size={32} />}>
          What you make appears here, with its progress, and plays when it is done.
        </EmptyState>
      )}
      {shown.map((task) => (
        <TaskCard key={task.id} task={task} others={newest} now={now} />
      ))}
    </section>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, MINUTE_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

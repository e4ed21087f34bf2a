import { useCallback, useState, type ComponentType, type ReactNode } from 'react';
import { Link } from '../app/router.js';
import { Icon } from '../design/icon.js';
import { CompareBar, picked } from './compare-bar.js';
import { FilterBar } from './filter-bar.js';
import type { ListBodyProps } from './gallery-grid.js';
import { ListEnd } from './list-end.js';
import { isFiltered, NO_FILTERS } from './task-filters.js';
import { useFilterChoices } from './use-filter-choices.js';
import { useFilters } from './use-filters.js';
import { useKeptScroll } from './use-kept-scroll.js';
import { useTaskList } from './use-task-list.js';
import './find.css';

/** A list of tasks with its filters, in the form that `Body` gives it. */
export function TaskListView({
  title,
  Body,
}: {
  readonly title: string;
  readonly Body: ComponentType<ListBodyProps>;
}): ReactNode {
  const [filters, setFilters] = useFilters();
  const choices = useFilterChoices();
  const { reader, ...snapshot } = useTaskList(filters);
  const [picks, setPicks] = useState<readonly string[]>([]);
  const { tasks, hasMore } = snapshot.list;
  useKeptScroll(reader, title, tasks.length > 0);
  const pick = useCallback((id: string) => {
    setPicks((before) => picked(before, id));
  }, []);
  const readOn = useCallback(() => {
    reader.loadMore();
  }, [reader]);
  const clear = (): void => {
    setFilters(NO_FILTERS);
  };
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <p className="list-count" role="status">
          {tasks.length > 0 && countText(tasks.length, hasMore)}
        </p>
        <Link to="/" className="button button-primary list-make">
          <Icon name="plus" size={16} />
          Make
        </Link>
      </div>
      <FilterBar filters={filters} choices={choices} onChange={setFilters} />
      {tasks.length > 0 && <Body tasks={tasks} picks={picks} onPick={pick} onEnd={readOn} />}
      <ListEnd
        snapshot={snapshot}
        isFiltered={isFiltered(filters)}
        onRetry={() => {
          reader.retry();
        }}
        onClear={clear}
      />
      <CompareBar
        picks={picks}
        onClear={() => {
          setPicks([]);
        }}
      />
    </>
  );
}

function countText(count: number, hasMore: boolean): string {
  return hasMore ? `${String(count)}+ tasks` : `${String(count)} ${count === 1 ? 'task' : 'tasks'}`;
}

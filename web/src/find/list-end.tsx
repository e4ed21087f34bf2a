import type { ReactNode } from 'react';
import { Link } from '../app/router.js';
import { Button } from '../design/button.js';
import { EmptyState } from '../design/empty-state.js';
import { Icon } from '../design/icon.js';
import { Notice } from '../design/notice.js';
import { Progress } from '../design/progress.js';
import type { ListSnapshot } from './list-reader.js';

/** What stands below a list: that it goes on, why it does not, or that nothing is there. */
export function ListEnd({
  snapshot: { list, isLoading, error },
  isFiltered,
  onRetry,
  onClear,
}: {
  readonly snapshot: ListSnapshot;
  readonly isFiltered: boolean;
  readonly onRetry: () => void;
  readonly onClear: () => void;
}): ReactNode {
  if (error !== null) {
    return (
      <Notice
        tone="bad"
        title="The tasks could not be read"
        actions={<Button onClick={onRetry}>Try again</Button>}
      >
        {error.message}
      </Notice>
    );
  }
  if (isLoading) return <Progress label="Reading tasks" />;
  if (list.tasks.length > 0) return null;
  if (list.hasMore) return null;
  if (isFiltered) {
    return (
      <EmptyState
        title="No task fits these filters"
        mark={<Icon name="search" size={32} />}
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Take one away, or choose a longer time.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing made yet"
      mark={<Icon name="make" size={32} />}
      action={
        <Link to="/" className="button button-primary">
          Make something
        </Link>
      }
    >
      Everything that you make is kept here, with its input and its cost.
    </EmptyState>
  );
}

import type { ReactNode } from 'react';
import { navigate } from '../app/router.js';
import { GalleryGrid } from '../find/gallery-grid.js';
import { ListEnd } from '../find/list-end.js';
import { NO_FILTERS } from '../find/task-filters.js';
import { useTaskList } from '../find/use-task-list.js';
import '../find/find.css';

/** The task that is to stand beside another one is chosen here. */
export function ComparePicker({ left }: { readonly left: string }): ReactNode {
  const { reader, ...snapshot } = useTaskList(NO_FILTERS);
  const others = snapshot.list.tasks.filter(({ id }) => id !== left);
  return (
    <>
      <div className="page-head">
        <h1>Compare with</h1>
        <p className="soft">Tick the task that is to stand beside it.</p>
      </div>
      {others.length > 0 && (
        <GalleryGrid
          tasks={others}
          picks={[]}
          onPick={(right) => {
            navigate(`/compare?left=${left}&right=${right}`);
          }}
          onEnd={() => {
            reader.loadMore();
          }}
        />
      )}
      <ListEnd
        snapshot={snapshot}
        isFiltered={false}
        onRetry={() => {
          reader.retry();
        }}
        onClear={() => undefined}
      />
    </>
  );
}

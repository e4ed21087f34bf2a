import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link } from '../app/router.js';
import { mediaKindOf, toCardTask, type CardTask } from '../find/listed-task.js';
import { MediaThumbnail, Thumbnail } from '../find/thumbnail.js';
import { Icon } from '../design/icon.js';
import { StudioUsesDocument, type StudioTaskFragment } from '../generated/graphql.js';
import { titleOf } from '../make/kinds.js';
import { isSettled } from '../tasks/task-list.js';
import '../find/find.css';

/** Tasks that are shown of those that were made from one. */
const USES = 12;

type Source = StudioTaskFragment['madeFrom'][number];

/** What a task was made from, and what was made from it; nothing where it stands alone. */
export function Lineage({ task }: { readonly task: StudioTaskFragment }): ReactNode {
  const { madeFrom } = task;
  return (
    <>
      {madeFrom.length > 0 && (
        <section className="card" aria-labelledby="detail-made-from">
          <h2 id="detail-made-from">Made from</h2>
          <ul className="lineage">
            {madeFrom.map((source) => (
              <li key={source.id}>
                <SourceLink source={source} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {isSettled(task) && task.output.length > 0 && <UsedIn id={task.id} />}
    </>
  );
}

function SourceLink({ source: { taskId, output } }: { readonly source: Source }): ReactNode {
  if (output === null) {
    return (
      <p className="lineage-gone soft">
        <Icon name="alert" size={16} />
        It was deleted
      </p>
    );
  }
  const media = { url: output.url, kind: mediaKindOf(output.mimeType) };
  return (
    <Link to={`/tasks/${taskId}`} className="lineage-link" aria-label="The task that made it">
      <MediaThumbnail media={media} onLost={() => undefined} />
    </Link>
  );
}

function UsedIn({ id }: { readonly id: string }): ReactNode {
  const [{ data }] = useQuery({
    query: StudioUsesDocument,
    variables: { id, first: USES },
    requestPolicy: 'cache-and-network',
  });
  const tasks: readonly CardTask[] = (data?.tasks?.nodes ?? []).map(toCardTask);
  if (tasks.length === 0) return null;
  return (
    <section className="card" aria-labelledby="detail-used-in">
      <h2 id="detail-used-in">Used in</h2>
      <ul className="lineage">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link
              to={`/tasks/${task.id}`}
              className="lineage-link"
              aria-label={task.prompt ?? titleOf(task.operation)}
            >
              <Thumbnail task={task} />
            </Link>
          </li>
        ))}
      </ul>
      {data?.tasks?.pageInfo.hasNextPage === true && (
        <p className="soft">The newest {USES} are shown.</p>
      )}
    </section>
  );
}

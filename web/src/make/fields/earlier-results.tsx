import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { TasksDocument } from '../../../../client/src/documents.js';
import { Dialog } from '../../design/dialog.js';
import { Icon } from '../../design/icon.js';
import { Notice } from '../../design/notice.js';
import { Skeleton } from '../../design/skeleton.js';
import { titleOf } from '../kinds.js';
import { fits, kindOfType, type MediaKind } from '../media-kind.js';

/** Tasks whose outputs are offered. */
const TASKS = 48;

export interface EarlierResultsProps {
  readonly media: MediaKind | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onChoose: (address: string) => void;
}

/** What was made before and fits, newest first. */
export function EarlierResults(props: EarlierResultsProps): ReactNode {
  return (
    <Dialog title="Use an earlier result" isOpen={props.isOpen} onClose={props.onClose}>
      <Results {...props} />
    </Dialog>
  );
}

function Results({ media, onChoose }: EarlierResultsProps): ReactNode {
  const [{ data, error, fetching }] = useQuery({
    query: TasksDocument,
    variables: { first: TASKS, filter: { statuses: ['SUCCEEDED'] } },
    requestPolicy: 'network-only',
  });
  if (error !== undefined) {
    return (
      <Notice tone="bad" title="The results cannot be read">
        {error.message}
      </Notice>
    );
  }
  if (fetching || data === undefined) return <Skeleton height="8rem" />;
  const outputs = (data.tasks?.nodes ?? []).flatMap((task) =>
    task.output
      .map(({ id, url, mimeType }) => ({ id, url, kind: kindOfType(mimeType) }))
      .filter(({ kind }) => fits(kind, media))
      .map((output) => ({ ...output, title: titleOf(task.operation) })),
  );
  if (outputs.length === 0) {
    return <p className="field-hint">Nothing that fits has been made yet.</p>;
  }
  return (
    <ul className="earlier">
      {outputs.map(({ id, url, title, kind }) => (
        <li key={id}>
          <button
            type="button"
            className="earlier-choice"
            aria-label={`Use ${title}`}
            onClick={() => {
              onChoose(url);
            }}
          >
            {kind === 'image' && <img src={url} alt="" loading="lazy" />}
            {kind === 'video' && <video src={url} muted preload="metadata" />}
            {kind === 'audio' && <Icon name="audio" size={32} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

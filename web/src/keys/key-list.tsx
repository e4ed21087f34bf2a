import { useEffect, useState, type ReactNode } from 'react';
import { ApiKeysDocument } from '../../../client/src/documents.js';
import { Button } from '../design/button.js';
import { EmptyState } from '../design/empty-state.js';
import { ErrorNotice } from '../design/error-notice.js';
import { Icon } from '../design/icon.js';
import { Skeleton } from '../design/skeleton.js';
import { errorText, type ErrorText } from '../session/error-text.js';
import { dataOf } from '../session/exchange-key.js';
import { useSession } from '../session/use-session.js';
import { KeyRow } from './key-row.js';
import type { ApiKey } from './key-state.js';
import { RevokeKeyDialog } from './revoke-key-dialog.js';
import { RotateKeyDialog } from './rotate-key-dialog.js';

const PAGE = 20;

interface Keys {
  readonly nodes: readonly ApiKey[];
  readonly cursor: string | null;
}

interface KeyListProps {
  /** Grows with each change: the list is read again. */
  readonly changes: number;
  readonly onChanged: () => void;
}

export function KeyList({ changes, onChanged }: KeyListProps): ReactNode {
  const { keys, error, more, again } = useKeys(changes);
  const [open, setOpen] = useState<{ readonly kind: 'rotate' | 'revoke'; readonly key: ApiKey }>();
  const close = (): void => {
    setOpen(undefined);
  };
  if (error !== undefined)
    return <ErrorNotice {...error} actions={<Button onClick={again}>Try again</Button>} />;
  if (keys === undefined) return <KeysSkeleton />;
  if (keys.nodes.length === 0) {
    return (
      <EmptyState title="No key yet" mark={<Icon name="keys" size={40} />}>
        A key lets a program make things with your credits. Make one for each program, so that one
        can be revoked alone.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="keys" aria-label="Keys">
        {keys.nodes.map((key) => (
          <KeyRow
            key={key.id}
            apiKey={key}
            onRotate={() => {
              setOpen({ kind: 'rotate', key });
            }}
            onRevoke={() => {
              setOpen({ kind: 'revoke', key });
            }}
          />
        ))}
      </ul>
      {keys.cursor !== null && <Button onClick={more}>Show more keys</Button>}
      {open?.kind === 'rotate' && (
        <RotateKeyDialog apiKey={open.key} onClose={close} onRotated={onChanged} />
      )}
      {open?.kind === 'revoke' && (
        <RevokeKeyDialog apiKey={open.key} onClose={close} onRevoked={onChanged} />
      )}
    </>
  );
}

function KeysSkeleton(): ReactNode {
  return (
    <div className="keys" aria-busy="true" aria-label="Keys are being read">
      <Skeleton height="9rem" />
      <Skeleton height="9rem" />
    </div>
  );
}

/** The keys as far as they were asked for, read again after each change. */
function useKeys(changes: number): {
  readonly keys: Keys | undefined;
  readonly error: ErrorText | undefined;
  readonly more: () => void;
  readonly again: () => void;
} {
  const { client } = useSession();
  const [keys, setKeys] = useState<Keys>();
  const [error, setError] = useState<ErrorText>();
  const [pages, setPages] = useState(1);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<Keys> => {
      const options = { requestPolicy: 'network-only' } as const;
      let found: Keys = { nodes: [], cursor: null };
      for (let page = 0; page < pages; page += 1) {
        const variables = { first: PAGE, after: found.cursor };
        const result = await client.query(ApiKeysDocument, variables, options).toPromise();
        const { apiKeys } = dataOf(result);
        if (apiKeys === null) break;
        const { hasNextPage, endCursor } = apiKeys.pageInfo;
        found = {
          nodes: [...found.nodes, ...apiKeys.nodes],
          cursor: hasNextPage ? endCursor : null,
        };
        if (found.cursor === null) break;
      }
      return found;
    };
    read().then(
      (read) => {
        if (!isCurrent) return;
        setKeys(read);
        setError(undefined);
      },
      (refusal: unknown) => {
        if (isCurrent) setError(errorText(refusal));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [client, changes, pages, tries]);
  return {
    keys,
    error,
    more: () => {
      setPages((count) => count + 1);
    },
    again: () => {
      setTries((count) => count + 1);
    },
  };
}

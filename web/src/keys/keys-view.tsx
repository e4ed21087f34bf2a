import { useState, type ReactNode } from 'react';
import type { ViewProps } from '../app/view-props.js';
import { Button } from '../design/button.js';
import { EmptyState } from '../design/empty-state.js';
import { Icon } from '../design/icon.js';
import { useSession } from '../session/use-session.js';
import { KeyList } from './key-list.js';
import { NewKeyDialog } from './new-key-dialog.js';
import { SessionCard } from './session-card.js';
import { TokenDialog } from './token-dialog.js';
import './keys.css';

/** Keys of one’s own tenant, and tokens. */
export function KeysView(_props: ViewProps): ReactNode {
  const { has } = useSession();
  const [dialog, setDialog] = useState<'key' | 'token'>();
  const [changes, setChanges] = useState(0);
  const close = (): void => {
    setDialog(undefined);
  };
  const changed = (): void => {
    setChanges((count) => count + 1);
  };
  return (
    <>
      <div className="page-head">
        <h1>Keys</h1>
        <div className="row">
          <Button
            onClick={() => {
              setDialog('token');
            }}
          >
            Issue a token
          </Button>
          {has('KEY_WRITE') && (
            <Button
              look="primary"
              onClick={() => {
                setDialog('key');
              }}
            >
              <Icon name="plus" size={18} />
              New key
            </Button>
          )}
        </div>
      </div>
      <div className="stack">
        <SessionCard />
        {has('KEY_READ') ? (
          <KeyList changes={changes} onChanged={changed} />
        ) : (
          <EmptyState title="Your keys are not shown" mark={<Icon name="keys" size={40} />}>
            Your key does not have the scope to read keys. Sign in with one that has it.
          </EmptyState>
        )}
      </div>
      {dialog === 'key' && <NewKeyDialog onClose={close} onMade={changed} />}
      {dialog === 'token' && <TokenDialog onClose={close} />}
    </>
  );
}

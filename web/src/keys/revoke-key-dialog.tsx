import { useState, type ReactNode } from 'react';
import { useRevokeApiKeyMutation } from '../../../client/src/urql-hooks.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { ErrorNotice } from '../design/error-notice.js';
import { Notice } from '../design/notice.js';
import { useToast } from '../design/toast.js';
import { errorText, type ErrorText } from '../session/error-text.js';
import { ownKeyId } from '../session/own-key.js';
import { useSession } from '../session/use-session.js';
import type { ApiKey } from './key-state.js';

export interface RevokeKeyProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

export function RevokeKeyDialog({ apiKey, onClose, onRevoked }: RevokeKeyProps): ReactNode {
  const { viewer } = useSession();
  const [{ fetching }, revoke] = useRevokeApiKeyMutation();
  const [error, setError] = useState<ErrorText>();
  const toast = useToast();
  const name = apiKey.name ?? apiKey.prefix;
  const confirm = async (): Promise<void> => {
    const result = await revoke({ id: apiKey.id });
    if (result.error !== undefined) {
      setError(errorText(result.error));
      return;
    }
    toast(`${name} is revoked.`);
    onRevoked();
    onClose();
  };
  return (
    <Dialog
      title={`Revoke ${name}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" isBusy={fetching} onClick={() => void confirm()}>
            {fetching ? 'Revoking …' : 'Revoke the key'}
          </Button>
        </>
      }
    >
      <p>
        The key and every token issued for it end at once, and this cannot be taken back. What is
        being made goes on.
      </p>
      {apiKey.id === ownKeyId(viewer) && (
        <Notice tone="warn" title="You are signed in with this key">
          You will be signed out.
        </Notice>
      )}
      {error !== undefined && <ErrorNotice {...error} />}
    </Dialog>
  );
}

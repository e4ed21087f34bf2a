import type { Client } from '@urql/core';
import { useState, type SyntheticEvent } from 'react';
import { errorText, type ErrorText } from '../session/error-text.js';
import { gatewayClient } from '../session/gateway-client.js';
import { useSession } from '../session/use-session.js';

/** Name of the field for the key, where the page does not have it. */
export const KEY_FIELD = 'key';

export interface KeyForm {
  /** Whether the form must ask for the key: no token may do this. */
  readonly needsKey: boolean;
  readonly isBusy: boolean;
  readonly error: ErrorText | undefined;
  readonly submit: (event: SyntheticEvent<HTMLFormElement>) => void;
}

/** A form whose work is sent with an API key: the session's, or one that is typed in for it. */
export function useKeyForm(work: (keyed: Client, fields: FormData) => Promise<void>): KeyForm {
  const { keyed } = useSession();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<ErrorText>();
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const typed = fields.get(KEY_FIELD);
    const client = keyed ?? gatewayClient(() => (typeof typed === 'string' ? typed.trim() : ''));
    setIsBusy(true);
    setError(undefined);
    work(client, fields)
      .catch((refusal: unknown) => {
        setError(errorText(refusal));
      })
      .finally(() => {
        setIsBusy(false);
      });
  };
  return { needsKey: keyed === undefined, isBusy, error, submit };
}

import { useRef, useState } from 'react';
import { gatewayErrorOf, GatewayClientError } from '../../../client/src/urql.js';
import type { MadeRequest } from '../copy-as/made-request.js';
import { useSession } from '../session/use-session.js';
import { useTaskStore } from '../tasks/use-tasks.js';
import { PendingKeys } from './pending-keys.js';
import { documentOf } from './submit-documents.js';

export interface SubmitState {
  /** Requests that are on their way. */
  readonly sending: number;
  readonly error: GatewayClientError | undefined;
  /** Sends the request so many times; resolves with the number of those that were accepted. */
  readonly submit: (request: MadeRequest, count: number) => Promise<number>;
  readonly clear: () => void;
}

/** Sends requests. One that got no answer keeps its idempotency key until it has one. */
export function useSubmit(): SubmitState {
  const { client } = useSession();
  const store = useTaskStore();
  const keys = useRef(new PendingKeys(sessionStorage));
  const [sending, setSending] = useState(0);
  const [error, setError] = useState<GatewayClientError>();

  const send = async (request: MadeRequest, idempotencyKey: string): Promise<boolean> => {
    const { operation, input, label } = request;
    const variables = { input, idempotencyKey, ...(label !== null && { label }) };
    const answer = await client.mutation(documentOf(operation), variables).toPromise();
    const task = answer.data?.[operation]?.task;
    const refused = task === undefined ? refusalOf(answer.error) : undefined;
    if (refused === undefined || !refused.retryable) keys.current.settle(idempotencyKey);
    if (task === undefined) {
      setError(refused);
      return false;
    }
    store.note([task]);
    return true;
  };

  const submit = async (request: MadeRequest, count: number): Promise<number> => {
    setError(undefined);
    setSending((before) => before + count);
    const own = keys.current.take(JSON.stringify(request), count);
    const accepted = await Promise.all(
      own.map((key) =>
        send(request, key).finally(() => {
          setSending((before) => before - 1);
        }),
      ),
    );
    return accepted.filter(Boolean).length;
  };

  return {
    sending,
    error,
    submit,
    clear: () => {
      setError(undefined);
    },
  };
}

function refusalOf(error: unknown): GatewayClientError {
  return (
    gatewayErrorOf(error) ??
    new GatewayClientError({
      code: 'UNREACHABLE',
      message: 'The gateway gave no answer.',
      retryable: true,
    })
  );
}

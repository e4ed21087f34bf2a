import { useEffect } from 'react';
import { useQuery } from 'urql';
import { gatewayErrorOf } from '../../../client/src/urql.js';
import { StudioTaskDocument, type StudioTaskFragment } from '../generated/graphql.js';
import { isSettled } from '../tasks/task-list.js';
import { useTask } from '../tasks/use-tasks.js';

export interface WholeTask {
  readonly task: StudioTaskFragment | undefined;
  /** Why it cannot be shown. */
  readonly error: { readonly code: string | undefined; readonly message: string } | undefined;
  readonly retry: () => void;
}

/** A task with its history: read again at each new status, and as its events tell it between. */
export function useWholeTask(id: string): WholeTask {
  const live = useTask(id);
  const [{ data, error }, read] = useQuery({
    query: StudioTaskDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const told = data?.task ?? undefined;
  const isBehind = told !== undefined && live !== undefined && live.status !== told.status;
  const liveStatus = live?.status;
  useEffect(() => {
    if (isBehind) read({ requestPolicy: 'network-only' });
  }, [isBehind, liveStatus, read]);
  // While the stream is away, what was read may be further than what it told last.
  const isFurther = told !== undefined && isSettled(told) && live !== undefined && !isSettled(live);
  const isFollowed = told !== undefined && live !== undefined && !isFurther;
  return {
    task: isFollowed ? { ...told, ...live, estimate: told.estimate } : told,
    error: error && {
      code: gatewayErrorOf(error)?.code,
      message: gatewayErrorOf(error)?.message ?? error.message,
    },
    retry: () => {
      read({ requestPolicy: 'network-only' });
    },
  };
}

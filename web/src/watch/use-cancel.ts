import { useState } from 'react';
import { CancelTaskDocument } from '../../../client/src/documents.js';
import { gatewayErrorOf } from '../../../client/src/urql.js';
import { useToast } from '../design/toast.js';
import { useSession } from '../session/use-session.js';
import { useTaskStore } from '../tasks/use-tasks.js';

/** Asks the gateway to cancel a task. */
export function useCancel(id: string): { readonly cancel: () => void; readonly isAsking: boolean } {
  const { client } = useSession();
  const store = useTaskStore();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (): Promise<void> => {
    setIsAsking(true);
    const { data, error } = await client.mutation(CancelTaskDocument, { id }).toPromise();
    setIsAsking(false);
    const task = data?.cancelTask?.task;
    if (task !== undefined) store.note([task]);
    else toast(gatewayErrorOf(error)?.message ?? 'The task could not be cancelled.');
  };
  return {
    isAsking,
    cancel: () => {
      void ask();
    },
  };
}

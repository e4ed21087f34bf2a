import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { gatewayErrorOf } from '../../../client/src/urql.js';
import { navigate } from '../app/router.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Icon } from '../design/icon.js';
import { Notice } from '../design/notice.js';
import { useToast } from '../design/toast.js';
import { forgetListed } from '../find/use-task-list.js';
import { StudioDeleteTaskDocument, type StudioTaskFragment } from '../generated/graphql.js';
import { useOpenInMake } from '../make/use-open-in-make.js';
import { prefillFrom } from '../make/prefill.js';
import { useSession } from '../session/use-session.js';
import { isSettled } from '../tasks/task-list.js';
import { useTaskStore } from '../tasks/use-tasks.js';
import { useCancel } from '../watch/use-cancel.js';

/** What can be done with a task: again, beside another, stopped, deleted. */
export function DetailActions({ task }: { readonly task: StudioTaskFragment }): ReactNode {
  const { has } = useSession();
  const openInMake = useOpenInMake();
  const prefill = prefillFrom(task);
  return (
    <div className="actions">
      {prefill !== undefined && (
        <Button
          look="primary"
          onClick={() => {
            openInMake(prefill);
          }}
        >
          <Icon name="again" size={16} />
          Make again with changes
        </Button>
      )}
      <Button
        onClick={() => {
          navigate(`/compare?left=${task.id}`);
        }}
      >
        <Icon name="compare" size={16} />
        Compare
      </Button>
      {!isSettled(task) && task.status !== 'UNCONFIRMED' && has('TASK_CANCEL') && (
        <CancelButton task={task} />
      )}
      {isSettled(task) && has('TASK_DELETE') && <DeleteButton id={task.id} />}
    </div>
  );
}

function CancelButton({ task }: { readonly task: StudioTaskFragment }): ReactNode {
  const { cancel, isAsking } = useCancel(task.id);
  const isAsked = task.cancelRequestedAt !== null;
  return (
    <Button isBusy={isAsking} disabled={isAsked} onClick={cancel}>
      <Icon name="close" size={16} />
      {isAsked ? 'Cancelling …' : 'Cancel'}
    </Button>
  );
}

function DeleteButton({ id }: { readonly id: string }): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const [{ fetching, error }, remove] = useMutation(StudioDeleteTaskDocument);
  const { client } = useSession();
  const store = useTaskStore();
  const toast = useToast();
  const confirm = async (): Promise<void> => {
    const answer = await remove({ id });
    if (answer.error !== undefined) return;
    store.forget(id);
    forgetListed(client, id);
    toast('The task is deleted.');
    navigate('/gallery', { replace: true });
  };
  const close = (): void => {
    setIsAsking(false);
  };
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        <Icon name="trash" size={16} />
        Delete
      </Button>
      <Dialog
        title="Delete this task?"
        isOpen={isAsking}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Keep it</Button>
            <Button look="danger" isBusy={fetching} onClick={() => void confirm()}>
              Delete for ever
            </Button>
          </>
        }
      >
        <p>
          Its files, its input and its history go, here and at Runway. What it cost stays in the
          accounts.
        </p>
        {error !== undefined && (
          <Notice tone="bad" title="It was not deleted">
            {messageOf(error)}
          </Notice>
        )}
      </Dialog>
    </>
  );
}

function messageOf(error: Error): string {
  return gatewayErrorOf(error)?.message ?? error.message;
}

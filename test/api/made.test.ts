// Guarantee: a link between objects gives no more than the root field that reads what it leads to.
import {
  CreateDocumentDocument,
  DocumentOriginDocument,
  TaskMadeDocument,
  type Scope,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { createVideo } from '../support/client/tasks.js';

describe('the links between a task and what it made', () => {
  const stage = useGateway();

  const make = async () => {
    const input = { name: 'Terms', content: 'None.' };
    const { createDocument } = await stage.gateway.data(
      CreateDocumentDocument,
      { input },
      stage.ann,
    );
    return { documentId: createDocument.document?.id ?? '', taskId: createDocument.task.id };
  };

  it('lead from the task to the resource and back', async () => {
    const { documentId, taskId } = await make();
    const made = await stage.gateway.data(TaskMadeDocument, { id: taskId }, stage.ann);
    expect(made.task.made).toEqual({ __typename: 'Document', id: documentId, name: 'Terms' });
    const origin = await stage.gateway.data(DocumentOriginDocument, { id: documentId }, stage.ann);
    expect(origin.document.madeBy).toEqual({ id: taskId, operation: 'CREATE_DOCUMENT' });
  });

  it('lead nowhere from a task that makes media', async () => {
    const { id } = await createVideo(stage.gateway, {}, stage.ann);
    const { task } = await stage.gateway.data(TaskMadeDocument, { id }, stage.ann);
    expect(task.made).toBeNull();
  });

  it('need the scope that reads the other end', async () => {
    const { documentId, taskId } = await make();
    const keyWith = async (scope: Scope): Promise<string> => {
      const query =
        'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { credential } }';
      const variables = { input: { tenant: 'ann', scopes: [scope] } };
      const response = await stage.gateway.post({ query, variables });
      const { data } = (await response.json()) as {
        readonly data: { readonly createApiKey: { readonly credential: string } };
      };
      return data.createApiKey.credential;
    };
    const byTask = await stage.gateway.ask(
      TaskMadeDocument,
      { id: taskId },
      await keyWith('TASK_READ'),
    );
    expect(byTask.data?.task).toEqual({ id: taskId, made: null });
    expect(byTask.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const byDocument = await stage.gateway.ask(
      DocumentOriginDocument,
      { id: documentId },
      await keyWith('DOCUMENT_READ'),
    );
    expect(byDocument.data?.document).toEqual({ id: documentId, madeBy: null });
    expect(byDocument.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

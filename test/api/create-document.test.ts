import {
  CreateDocumentDocument,
  DocumentDocument,
  type CreateDocumentMutation,
  type CreateDocumentMutationVariables,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { describeLostCreation } from '../support/runway/lost-creations.js';
import { A_DOCUMENT } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { bodiesTo, callsTo, upstreamCalls } from '../support/runway/upstream.js';

const PATH = '/v1/documents';

describe('createDocument', () => {
  const stage = useGateway();

  async function create(
    variables: Partial<CreateDocumentMutationVariables> = {},
    key = stage.ann,
  ): Promise<NonNullable<CreateDocumentMutation['createDocument']>> {
    const all = { input: A_DOCUMENT, ...variables };
    return (await stage.gateway.data(CreateDocumentDocument, all, key)).createDocument;
  }

  it('makes a document that is there at once, free of charge', async () => {
    const { gateway, clock } = stage;
    const { document, task, estimate, replayed } = await create();
    expect(document).toEqual({
      ...A_DOCUMENT,
      id: task.runwayTaskId,
      type: 'text',
      usedBy: [],
      createdAt: clock.now().toISOString(),
      updatedAt: clock.now().toISOString(),
    });
    expect(task).toMatchObject({ operation: 'CREATE_DOCUMENT', status: 'SUCCEEDED', cost: 0 });
    expect(estimate).toEqual({ credits: 0, source: 'PRICES' });
    expect(replayed).toBe(false);
    expect(bodiesTo(gateway, PATH)).toEqual([A_DOCUMENT]);
    // Nothing of it is left to be followed.
    gateway.emulator.clearRequests();
    await clock.advance(20_000);
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it('takes any text for what it is, also one that looks like an upload', async () => {
    const { document } = await create({
      input: { name: 'runway://a-name', content: 'runway://a-text' },
    });
    expect(document).toMatchObject({ name: 'runway://a-name', content: 'runway://a-text' });
  });

  it('replays its idempotency key', async () => {
    const { gateway } = stage;
    const first = await create({ idempotencyKey: 'd-1' });
    const again = await create({ idempotencyKey: 'd-1' });
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.document).toEqual(first.document);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);
  });

  it('refuses a text that Runway would not take, before anything is sent', async () => {
    const { gateway, ann } = stage;
    for (const [input, path, rule] of [
      [{ ...A_DOCUMENT, name: '' }, 'input.name', 'minLength'],
      [{ ...A_DOCUMENT, content: 'x'.repeat(200_001) }, 'input.content', 'maxLength'],
    ] as const) {
      const answer = await gateway.ask(CreateDocumentDocument, { input }, ann);
      expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path, rule }]);
    }
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  describeLostCreation(stage, {
    path: PATH,
    list: `${PATH}?limit=100&sort=createdAt&order=desc`,
    create: async (name, key) => (await create({ input: { ...A_DOCUMENT, name } }, key)).task,
    bodyOf: (name) => ({ ...A_DOCUMENT, name }),
    read: async (id, key) => {
      const answer = await stage.gateway.ask(DocumentDocument, { id }, key);
      return answer.data?.document?.name ?? codesOf(answer)[0];
    },
  });
});

import { randomUUID } from 'node:crypto';
import {
  CreateApiKeyDocument,
  ResubmitTaskDocument,
  TaskDocument,
} from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createUnconfirmed } from '../support/client/unconfirmed.js';

describe('resubmitTask', () => {
  let gateway: TestGateway;
  let ann: string;
  let first: string;
  let postsBefore = 0;

  beforeAll(async () => {
    gateway = await startGateway();
    ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ']);
  }, 60_000);
  beforeEach(async () => {
    postsBefore += posts().length;
    first = await createUnconfirmed(gateway, ann);
  });
  afterAll(() => gateway.stop());

  const resubmit = (id: string, key = ann, idempotencyKey?: string) =>
    gateway.ask(
      ResubmitTaskDocument,
      { id, ...(idempotencyKey !== undefined && { idempotencyKey }) },
      key,
    );
  const codeOf = async (answer: ReturnType<typeof resubmit>) =>
    (await answer).errors?.[0]?.extensions.code;
  /** What Runway was sent, from the first request on. */
  const posts = () =>
    gateway.emulator
      .requests()
      .filter(({ method }) => method === 'POST')
      .slice(postsBefore);

  it('makes a new task of the same request, once for each key', async () => {
    const { data } = await resubmit(first, ann, 'again');
    expect(data?.resubmitTask).toMatchObject({ task: { status: 'PENDING' }, replayed: false });
    expect(data?.resubmitTask?.task.id).not.toBe(first);
    const replay = await resubmit(first, ann, 'again');
    expect(replay.data?.resubmitTask).toMatchObject({
      task: { id: data?.resubmitTask?.task.id },
      replayed: true,
    });
    expect(posts()).toHaveLength(2);
    expect(posts()[1]?.body).toEqual(posts()[0]?.body);
    const { task } = await gateway.data(TaskDocument, { id: first }, ann);
    expect(task.status).toBe('UNCONFIRMED');
  });

  // Guarantee: another tenant's task answers exactly as a missing one.
  it('is NOT_FOUND for another tenant as for a task that is not there', async () => {
    const anonymous = async (id: string): Promise<string> => {
      const text = JSON.stringify(await resubmit(id, gateway.operatorKey));
      return text.replace(/"requestId":"[^"]*"/, '');
    };
    expect(await anonymous(first)).toContain('NOT_FOUND');
    expect(await anonymous(first)).toBe(await anonymous(randomUUID()));
    expect(posts()).toHaveLength(1);
  });

  it('needs the scope of the first mutation', async () => {
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: 'ann', scopes: ['GENERATE_IMAGE', 'TASK_READ'] },
    });
    expect(await codeOf(resubmit(first, createApiKey.credential))).toBe('FORBIDDEN');
  });

  it('is CONFLICT while the task is live', async () => {
    const { data } = await resubmit(first);
    expect(await codeOf(resubmit(data?.resubmitTask?.task.id ?? ''))).toBe('CONFLICT');
  });

  it('tells Runway’s refusal under the paths of the stored input, from the argument on', async () => {
    gateway.emulator.setFault({
      method: 'POST',
      path: '/v1/text_to_video',
      times: 1,
      status: 400,
      body: {
        error: 'Validation of body failed',
        issues: [{ code: 'too_big', path: ['promptText'], maximum: 3, message: 'Too long' }],
      },
    });
    const { errors } = await resubmit(first);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: 'id.input.gen4_5.promptText', rule: 'runway:too_big', message: 'Too long' }],
      runway: { status: 400, message: 'Validation of body failed' },
    });
    const { task } = await gateway.data(TaskDocument, { id: first }, ann);
    expect(task.input).toHaveProperty(['gen4_5', 'promptText']);
  });

  // Guarantee: one document buys one thing.
  it('counts as the one spending field of a document', async () => {
    const field = `resubmitTask(id: "${first}") { replayed }`;
    const response = await gateway.post({ query: `mutation { a: ${field} b: ${field} }` }, ann);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_SPENDING_FIELDS' } }],
    });
    expect(posts()).toHaveLength(1);
  });
});

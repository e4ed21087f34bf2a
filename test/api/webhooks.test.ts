// Guarantee: what is settled is told to each webhook of its tenant, signed, in a fixed form that says no
// more than the graph does, and to no other tenant.
import {
  CreateTextToVideoDocument,
  CreateWebhookDocument,
  DeleteWebhookDocument,
  RedeliverWebhookDocument,
  RotateWebhookSecretDocument,
  TestWebhookDocument,
  UpdateWebhookDocument,
  WebhookDeliveriesDocument,
  WebhookDocument,
  WebhookEventsDocument,
  WebhooksDocument,
  type CreateWebhookInput,
} from '../../client/src/generated/graphql.js';
import { listen } from '../../scripts/webhooks/listen.js';
import { aVideo } from '../support/client/inputs.js';
import { openStream } from '../support/client/streams.js';
import { codesOf, createVideo, untilStatus } from '../support/client/tasks.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { eventually } from '../support/time/eventually.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { answering, Receiver, verified } from '../support/webhooks/receiver.js';

const DAY_MS = 86_400_000;
const NOBODYS = '7d2f1a8e-2d17-4a63-9b0e-7c1d8e5a2f34';

/** The task as a payload tells it: every field but its input, what it made and its history. */
const TOLD = `id operation model label status progress waitingFor { reason until } createdAt settledAt
  cancelRequestedAt estimate { credits isGuaranteed source } cost
  output { id url mimeType expiresAt nodeId } failure { code message retryable runwayMessage }
  runwayTaskId`;

describe('webhooks', () => {
  let gateway: TestGateway;
  let clock: FakeClock;
  let receiver: Receiver;
  let key: string;
  let rival: string;
  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({ WEBHOOK_LOOPBACK: 'true', WEBHOOKS_MAX: '3' }, { clock });
    gateway.emulator.settings.concurrency = null;
    const scopes = [
      ...(['GENERATE_VIDEO', 'TASK_READ', 'TASK_CANCEL', 'TASK_DELETE'] as const),
      ...(['WEBHOOK_READ', 'WEBHOOK_WRITE', 'AUDIT_READ'] as const),
    ];
    key = await gateway.keyOf('acme', [...scopes]);
    rival = await gateway.keyOf('rival', [...scopes]);
  }, 120_000);
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(async () => {
    const { webhooks } = await gateway.data(WebhooksDocument, {}, key);
    for (const { id } of webhooks.nodes) await gateway.data(DeleteWebhookDocument, { id }, key);
    await receiver.stop();
  });
  afterAll(() => gateway.stop());

  async function hook(input: Partial<CreateWebhookInput> = {}) {
    const given = { url: receiver.url, ...input };
    return (await gateway.data(CreateWebhookDocument, { input: given }, key)).createWebhook;
  }

  async function untilReceived(count: number) {
    await clock.until(() => receiver.received.length >= count);
    // Nothing more comes.
    await clock.advance(3_000);
    expect(receiver.received).toHaveLength(count);
    return receiver.payloads();
  }

  async function untilDelivery(filter: object, isSought: (status: string) => boolean) {
    return await clock.until(
      async () => {
        const answer = await gateway.data(WebhookDeliveriesDocument, { filter }, key);
        return answer.webhookDeliveries.nodes.find(({ status }) => isSought(status));
      },
      { stepMs: 1_000 },
    );
  }

  it('createWebhook: tells the outcome of a task, signed, as the graph shows the task', async () => {
    const { secret, webhook } = await hook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toMatchObject({ status: 'ACTIVE', failure: null, operations: null });
    const { id } = await createVideo(gateway, { label: 'harbour' }, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    const [payload] = await untilReceived(1);
    const [received] = receiver.received;
    if (received === undefined || payload === undefined) throw new Error('Nothing came');
    expect(verified(secret, received)).toEqual(payload);
    expect(payload).toEqual({
      version: 1,
      id: received.headers['webhook-id'],
      type: 'task.succeeded',
      createdAt: expect.any(String) as unknown,
      task: expect.any(Object) as unknown,
    });
    const response = await gateway.post({ query: `{ task(id: "${id}") { ${TOLD} } }` }, key);
    const { data } = (await response.json()) as { data: { task: Record<string, unknown> } };
    expect(payload.task).toEqual(data.task);
    expect(received.body).not.toContain('lighthouse');
    expect(received.headers['user-agent']).toMatch(/^runway-graphql-gateway/);
    const delivery = await untilDelivery({ task: id }, (status) => status === 'DELIVERED');
    expect(delivery).toMatchObject({ webhook: webhook.id, type: 'task.succeeded', attempts: 1 });
  });

  it('createWebhook: tells what it asks for alone, each status once and in order', async () => {
    await hook({ events: ['TASK_QUEUED', 'TASK_RUNNING', 'TASK_SUCCEEDED'], labels: ['told'] });
    const told = await createVideo(gateway, { label: 'told' }, key);
    const other = await createVideo(gateway, { label: 'other' }, key);
    await untilStatus(gateway, clock, told.id, 'SUCCEEDED', key);
    await untilStatus(gateway, clock, other.id, 'SUCCEEDED', key);
    await clock.until(() => receiver.payloads().some(({ type }) => type === 'task.succeeded'));
    const payloads = receiver.payloads();
    expect(new Set(payloads.map(({ task }) => task?.['id']))).toEqual(new Set([told.id]));
    expect(payloads.map(({ type }) => type)).toEqual([
      ...['task.queued', 'task.running', 'task.succeeded'],
    ]);
  });

  it('createWebhook: refuses addresses that are not public https, and more than WEBHOOKS_MAX', async () => {
    const urls = [
      'http://hooks.example.com/',
      'https://user:secret@hooks.example.com/',
      'https://10.0.0.1/',
      'https://[::ffff:10.0.0.1]/',
      'https://metadata.internal/',
      'https://intranet/',
      'https://hooks.example.com:25/',
      'https://hooks.example.com/#part',
      'ftp://hooks.example.com/',
      'hooks',
    ];
    for (const url of urls) {
      const answer = await gateway.ask(CreateWebhookDocument, { input: { url } }, key);
      expect([url, codesOf(answer)]).toEqual([url, ['BAD_USER_INPUT']]);
      expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path: 'input.url' }]);
    }
    for (let count = 0; count < 3; count += 1) await hook();
    const input = { url: receiver.url };
    const answer = await gateway.ask(CreateWebhookDocument, { input }, key);
    expect(codesOf(answer)).toEqual(['CONFLICT']);
    expect(answer.errors?.[0]?.message).toContain('at most 3 webhooks');
  });

  it('rotateWebhookSecret: signs with both secrets until the overlap has passed', async () => {
    const { secret: old, webhook } = await hook();
    const { rotateWebhookSecret } = await gateway.data(
      RotateWebhookSecretDocument,
      { id: webhook.id, overlapSeconds: 60 },
      key,
    );
    const { secret } = rotateWebhookSecret;
    await gateway.data(TestWebhookDocument, { id: webhook.id }, key);
    await untilReceived(1);
    await clock.stride(60_000);
    await gateway.data(TestWebhookDocument, { id: webhook.id }, key);
    await untilReceived(2);
    const [first, second] = receiver.received;
    if (first === undefined || second === undefined) throw new Error('Nothing came');
    expect(verified(old, first)).toMatchObject({ type: 'webhook.test', task: null });
    expect(verified(secret, first)).toMatchObject({ type: 'webhook.test' });
    expect(verified(secret, second)).toMatchObject({ type: 'webhook.test' });
    expect(() => verified(old, second)).toThrow('No matching signature');
  });

  it('updateWebhook: a paused webhook keeps its deliveries until it is resumed', async () => {
    const { webhook } = await hook();
    const paused = { id: webhook.id, input: { isPaused: true } };
    const { updateWebhook } = await gateway.data(UpdateWebhookDocument, paused, key);
    expect(updateWebhook.webhook.status).toBe('PAUSED');
    const { id } = await createVideo(gateway, {}, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    await clock.stride(60_000);
    expect(receiver.received).toEqual([]);
    const resumed = { id: webhook.id, input: { isPaused: false } };
    await gateway.data(UpdateWebhookDocument, resumed, key);
    expect(await untilReceived(1)).toMatchObject([{ type: 'task.succeeded', task: { id } }]);
  });

  it('webhook: sends again with growing waits, obeys Retry-After, and gives up after three days with a record', async () => {
    const { webhook } = await hook();
    receiver.respond = answering(503, { 'retry-after': '600' }, 'busy');
    const { id } = await createVideo(gateway, {}, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    await untilReceived(1);
    await clock.stride(590_000);
    expect(receiver.received).toHaveLength(1);
    await clock.until(() => receiver.received.length > 1, { stepMs: 1_000 });
    const failing = await gateway.data(WebhookDocument, { id: webhook.id }, key);
    expect(failing.webhook).toMatchObject({
      status: 'FAILING',
      failure: { lastStatus: 503, lastError: 'HTTP_503', lostDeliveries: 0 },
    });
    receiver.respond = answering(500, {}, 'x'.repeat(5_000));
    await clock.until(
      async () => {
        await clock.leap(DAY_MS / 4);
        const { webhook: now } = await gateway.data(WebhookDocument, { id: webhook.id }, key);
        return now.failure?.lostDeliveries === 1;
      },
      { steps: 100 },
    );
    const lost = await untilDelivery({ task: id }, (status) => status === 'FAILED');
    expect(lost.lastAttempt?.response).toBe('x'.repeat(1_024));
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([lost.id]),
    );
    const records = await gateway.post(
      { query: '{ auditEvents(filter: { event: WEBHOOK_FAILING }) { nodes { objects } } }' },
      key,
    );
    expect(await records.json()).toMatchObject({
      data: { auditEvents: { nodes: [{ objects: [`webhook:${webhook.id}`] }] } },
    });
  });

  it('testWebhook: a 410 disables a webhook, which is told, until it is resumed', async () => {
    const { webhook } = await hook();
    receiver.respond = answering(410);
    await gateway.data(TestWebhookDocument, { id: webhook.id }, key);
    await clock.until(async () => {
      const { webhook: now } = await gateway.data(WebhookDocument, { id: webhook.id }, key);
      return now.status === 'DISABLED';
    });
    const { id } = await createVideo(gateway, {}, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    await untilReceived(1);
    const records = await gateway.post(
      { query: '{ auditEvents(filter: { event: WEBHOOK_DISABLED }) { nodes { objects } } }' },
      key,
    );
    expect(await records.json()).toMatchObject({
      data: { auditEvents: { nodes: [{ objects: [`webhook:${webhook.id}`] }] } },
    });
    receiver.respond = answering(200);
    const resumed = { id: webhook.id, input: { isPaused: false } };
    const { updateWebhook } = await gateway.data(UpdateWebhookDocument, resumed, key);
    expect(updateWebhook.webhook).toMatchObject({ status: 'ACTIVE', failure: null });
  });

  it('webhookUrl: tells one task, signed with the secret of the tenant, which must be there', async () => {
    const variables = { input: aVideo(), webhookUrl: receiver.url, idempotencyKey: 'told-once' };
    const refused = await gateway.ask(CreateTextToVideoDocument, variables, key);
    expect(refused.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'webhookUrl', rule: 'secret' },
    ]);
    const { rotateWebhookSecret } = await gateway.data(RotateWebhookSecretDocument, {}, key);
    expect(rotateWebhookSecret).toMatchObject({ webhook: null, oldSecretUntil: null });
    const { id } = await createVideo(gateway, variables, key);
    const again = await gateway.data(CreateTextToVideoDocument, variables, key);
    expect(again.createTextToVideo.task.id).toBe(id);
    const other = { ...variables, webhookUrl: `${receiver.url}/other` };
    expect(codesOf(await gateway.ask(CreateTextToVideoDocument, other, key))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    await createVideo(gateway, {}, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    expect(await untilReceived(1)).toMatchObject([{ type: 'task.succeeded', task: { id } }]);
    const [received] = receiver.received;
    if (received === undefined) throw new Error('Nothing came');
    expect(verified(rotateWebhookSecret.secret, received)).toMatchObject({ task: { id } });
  });

  it('webhookUrl: what is given up has an audit record that names the task', async () => {
    await gateway.data(RotateWebhookSecretDocument, {}, key);
    receiver.respond = answering(410);
    const { id } = await createVideo(gateway, { webhookUrl: receiver.url }, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    await untilDelivery({ task: id }, (status) => status === 'FAILED');
    const records = await gateway.post(
      { query: '{ auditEvents(filter: { event: WEBHOOK_FAILING }) { nodes { objects } } }' },
      key,
    );
    expect(await records.text()).toContain(`task:${id}`);
  });

  it('webhooks:listen prints deliveries and forwards them, signed, to this machine alone', async () => {
    const { rotateWebhookSecret } = await gateway.data(RotateWebhookSecretDocument, {}, key);
    const lines: string[] = [];
    const ending = new AbortController();
    const print = (line: string) => void lines.push(line);
    const options = { url: gateway.url, key, events: undefined, signal: ending.signal, print };
    const elsewhere = { ...options, forward: 'https://hooks.example.com/' };
    await expect(listen(elsewhere)).rejects.toThrow('of this machine');
    const listening = listen({ ...options, forward: receiver.url });
    // Nothing tells when the stream is open: what settles before that is not told.
    await clock.until(async () => {
      await createVideo(gateway, {}, key);
      await clock.advance(30_000);
      return lines.some((line) => line.endsWith(': 200'));
    });
    ending.abort();
    await listening;
    const [received] = receiver.received;
    if (received === undefined) throw new Error('Nothing came');
    expect(lines).toContain(received.body);
    expect(verified(rotateWebhookSecret.secret, received)).toMatchObject({ version: 1 });
  });

  it('webhookEvents: streams what a webhook would get, with its signature', async () => {
    const { rotateWebhookSecret } = await gateway.data(RotateWebhookSecretDocument, {}, key);
    const stream = openStream(gateway.url, key, WebhookEventsDocument, { events: null });
    const streamed = stream.next();
    const { id } = await createVideo(gateway, {}, key);
    const event = await clock.until(
      async () =>
        (await Promise.race([streamed, clock.advance(1_000).then(() => undefined)])) ?? undefined,
    );
    await stream.close();
    const { body, headers, type } = event.webhookEvents;
    expect(type).toBe('task.succeeded');
    const named = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
    expect(verified(rotateWebhookSecret.secret, { body, headers: named })).toMatchObject({
      task: { id },
    });
  });

  it('webhookEvents: says how to get a secret where the tenant has none', async () => {
    const stream = openStream(gateway.url, rival, WebhookEventsDocument, { events: null });
    await expect(stream.next()).rejects.toThrow('rotateWebhookSecret, without an id, makes one');
    await stream.close();
  });

  it('webhookDeliveries: by webhook, task and status, with their last attempt, and pages', async () => {
    const { webhook } = await hook();
    const ids: string[] = [];
    for (const status of [200, 200, 404]) {
      receiver.respond = answering(status);
      const { testWebhook } = await gateway.data(TestWebhookDocument, { id: webhook.id }, key);
      ids.unshift(testWebhook.delivery.id);
      await clock.until(() => receiver.received.length === ids.length);
    }
    const filter = { webhook: webhook.id };
    const read = async (variables: object) =>
      (await gateway.data(WebhookDeliveriesDocument, variables, key)).webhookDeliveries;
    const first = await read({ filter, first: 2 });
    const rest = await read({ filter, first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(ids);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    // The clock stands still, so that no other attempt comes.
    await eventually(async () => {
      const pending = await read({ filter: { ...filter, status: 'PENDING' } });
      expect(pending.nodes).toMatchObject([
        { id: ids[0], attempts: 1, lastAttempt: { status: 404, error: 'HTTP_404' } },
      ]);
    });
    expect((await read({ filter: { ...filter, task: NOBODYS } })).nodes).toEqual([]);
    expect((await read({ filter: { webhook: 'no id' } })).nodes).toEqual([]);
  });

  it('redeliverWebhook: sends what has ended once more, with the same id', async () => {
    const { webhook } = await hook();
    const { testWebhook } = await gateway.data(TestWebhookDocument, { id: webhook.id }, key);
    const { id } = testWebhook.delivery;
    await untilDelivery({ webhook: webhook.id }, (status) => status === 'DELIVERED');
    const again = await gateway.data(RedeliverWebhookDocument, { id }, key);
    expect(again.redeliverWebhook.delivery).toMatchObject({ id, status: 'PENDING', attempts: 0 });
    await untilReceived(2);
    expect(receiver.payloads().map((payload) => payload.id)).toEqual([id, id]);
    const records = await gateway.post(
      { query: '{ auditEvents(first: 50) { nodes { operation objects } } }' },
      key,
    );
    const { data } = (await records.json()) as {
      data: { auditEvents: { nodes: { operation: string; objects: string[] }[] } };
    };
    const objectsOf = (name: string) =>
      data.auditEvents.nodes.find(({ operation }) => operation === name)?.objects;
    expect(objectsOf('testWebhook')).toEqual([`webhook:${webhook.id}`]);
    expect(objectsOf('redeliverWebhook')).toEqual([`webhookDelivery:${id}`]);
  });

  it('deleteWebhook: ends a webhook with its deliveries', async () => {
    const { webhook } = await hook();
    receiver.respond = answering(500);
    await gateway.data(TestWebhookDocument, { id: webhook.id }, key);
    await untilReceived(1);
    const { deleteWebhook } = await gateway.data(DeleteWebhookDocument, { id: webhook.id }, key);
    expect(deleteWebhook).toEqual({ id: webhook.id });
    const filter = { webhook: webhook.id };
    const left = await gateway.data(WebhookDeliveriesDocument, { filter }, key);
    expect(left.webhookDeliveries.nodes).toEqual([]);
    expect(codesOf(await gateway.ask(WebhookDocument, { id: webhook.id }, key))).toEqual([
      'NOT_FOUND',
    ]);
    await clock.stride(120_000);
    await untilReceived(1);
  });

  it('M13: another tenant finds no webhook and no delivery, and tells nothing to them', async () => {
    const { webhook } = await hook();
    const { testWebhook } = await gateway.data(TestWebhookDocument, { id: webhook.id }, key);
    await untilReceived(1);
    const theirs = testWebhook.delivery.id;
    const calls: readonly (readonly [string, string])[] = [
      ['query($id: ID!) { webhook(id: $id) { id } }', webhook.id],
      [
        'mutation($id: ID!) { updateWebhook(id: $id, input: { isPaused: true }) { webhook { id } } }',
        webhook.id,
      ],
      ['mutation($id: ID!) { rotateWebhookSecret(id: $id) { secret } }', webhook.id],
      ['mutation($id: ID!) { testWebhook(id: $id) { delivery { id } } }', webhook.id],
      ['mutation($id: ID!) { deleteWebhook(id: $id) { id } }', webhook.id],
      ['mutation($id: ID!) { redeliverWebhook(id: $id) { delivery { id } } }', theirs],
    ];
    for (const [query, id] of calls) {
      const foreign = await gateway.post({ query, variables: { id } }, rival);
      const missing = await gateway.post({ query, variables: { id: NOBODYS } }, rival);
      const strip = (text: string) => text.replaceAll(/"(?:requestId|cost|remaining)":[^,}]+/g, '');
      expect(strip(await foreign.text())).toBe(strip(await missing.text()));
    }
    const listed = await gateway.data(WebhookDeliveriesDocument, {}, rival);
    expect(listed.webhookDeliveries.nodes).toEqual([]);
    await createVideo(gateway, {}, rival);
    await clock.stride(60_000);
    await untilReceived(1);
    expect((await gateway.data(WebhookDocument, { id: webhook.id }, key)).webhook.status).toBe(
      'ACTIVE',
    );
  });
});

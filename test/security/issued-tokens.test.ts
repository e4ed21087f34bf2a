// Guarantee: a token of this gateway never does more than it was issued for, sees no task that it was
// not issued for, and ends with its key within 5 seconds, on HTTP and on open streams.
import {
  CancelTaskDocument,
  CreateApiKeyDocument,
  CreateTextToVideoDocument,
  DeleteTaskDocument,
  ResumeTenantDocument,
  RevokeApiKeyDocument,
  RotateApiKeyDocument,
  SuspendTenantDocument,
  TaskDocument,
  TasksDocument,
  UpdateApiKeyDocument,
  ViewerDocument,
  type Scope,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo, postsTo, withoutRequestIds } from '../support/client/tasks.js';
import { issueToken } from '../support/client/tokens.js';
import { ask, EventStreamReader, ProtocolSocket, type WireError } from '../support/client/wire.js';

const WITHIN_MS = 5_000;
const ALL = 'subscription{tasksUpdated{task{id}}}';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('a token of this gateway', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let key: string;
  let names = 0;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    key = await gateway.keyOf('acme', [
      'TASK_READ',
      'TASK_CANCEL',
      'TASK_DELETE',
      'GENERATE_VIDEO',
      'UPLOAD_CREATE',
    ]);
  }, 120_000);

  afterAll(() => gateway.stop());

  /** A key of the same tenant that a test may use up. */
  async function anotherKey(expiresAt?: string): Promise<string> {
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: {
        tenant: 'acme',
        scopes: ['TASK_READ', 'GENERATE_VIDEO'],
        ...(expiresAt !== undefined && { expiresAt }),
      },
    });
    return createApiKey.credential;
  }

  const idOf = (credential: string): string => credential.split('_')[1] ?? '';

  async function openSocket(token: string): Promise<ProtocolSocket> {
    const socket = await ProtocolSocket.connect(gateway.url, token);
    socket.send({ id: '1', type: 'subscribe', payload: { query: ALL } });
    return socket;
  }

  const ends: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
    'its key is revoked': (of) => gateway.data(RevokeApiKeyDocument, { id: idOf(of) }),
    'its tenant is suspended': () => gateway.data(SuspendTenantDocument, { id: 'acme' }),
  };

  it('T10, W4: ends with the secret that it was asked for with, when that has been replaced', async () => {
    const own = await anotherKey();
    const token = await issueToken(gateway, own, { scopes: ['TASK_READ'] });
    const socket = await openSocket(token);
    const rotate = { id: idOf(own), overlapSeconds: 60 };
    const { rotateApiKey } = await gateway.data(RotateApiKeyDocument, rotate);
    expect(codesOf(await gateway.ask(ViewerDocument, {}, token))).toEqual([]);
    const fresh = await issueToken(gateway, rotateApiKey.credential, { scopes: ['TASK_READ'] });
    await clock.advance(60_000 + WITHIN_MS);
    expect((await socket.closed).code).toBe(4403);
    expect(codesOf(await gateway.ask(ViewerDocument, {}, token))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await gateway.ask(ViewerDocument, {}, fresh))).toEqual([]);

    // Of a secret that others know nothing is to be left.
    const second = await openSocket(fresh);
    await gateway.data(RotateApiKeyDocument, { id: idOf(own), overlapSeconds: 0 });
    expect(codesOf(await gateway.ask(ViewerDocument, {}, fresh))).toEqual(['UNAUTHENTICATED']);
    await clock.advance(WITHIN_MS);
    expect((await second.closed).code).toBe(4401);
  });

  for (const [what, end] of Object.entries(ends)) {
    it(`T10, W4: is refused at once, and its streams end within 5 s, when ${what}`, async () => {
      const own = await anotherKey();
      const token = await issueToken(gateway, own, { scopes: ['TASK_READ'] });
      const socket = await openSocket(token);
      const stream = await EventStreamReader.open(gateway.url, token, { query: ALL });
      await end(own);
      expect(codesOf(await gateway.ask(ViewerDocument, {}, token))).toEqual(['UNAUTHENTICATED']);
      await clock.advance(WITHIN_MS);
      expect(await socket.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
      const last = await stream.next();
      const { errors } = last?.data as { readonly errors: readonly WireError[] };
      expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', retryable: false });
      await gateway.data(ResumeTenantDocument, { id: 'acme' });
    });
  }

  it('T10: loses a scope with its key: at once on HTTP, within 5 s on its streams', async () => {
    const own = await anotherKey();
    const scopes: Scope[] = ['TASK_READ', 'GENERATE_VIDEO'];
    const token = await issueToken(gateway, own, { scopes });
    const socket = await openSocket(token);
    await gateway.data(UpdateApiKeyDocument, { id: idOf(own), input: { scopes: ['TASK_READ'] } });
    const answer = await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, token);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    await clock.advance(WITHIN_MS);
    // It may still be used: its holder should come back.
    expect((await socket.closed).code).toBe(4403);
    expect(codesOf(await gateway.ask(ViewerDocument, {}, token))).toEqual([]);
  });

  it('W4, W10: closes its socket with 4403 when it runs out, so that clients come back', async () => {
    const token = await issueToken(gateway, key, { scopes: ['TASK_READ'], expiresInSeconds: 60 });
    const socket = await openSocket(token);
    const stream = await EventStreamReader.open(gateway.url, token, { query: ALL });
    await clock.advance(59_000);
    expect(socket.waiting).toBe(0);
    await clock.advance(WITHIN_MS);
    expect(await socket.closed).toEqual({ code: 4403, reason: 'UNAUTHENTICATED' });
    expect((await stream.next())?.event).toBe('next');
    expect((await stream.next())?.event).toBe('complete');
    const late = await ProtocolSocket.open(gateway.url);
    late.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect((await late.closed).code).toBe(4403);
  });

  it('has no scope that its key has not', async () => {
    const token = await issueToken(gateway, key, { scopes: ['TASK_READ'] });
    const answer = await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, token);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(0);
  });

  it('Z4: uses no field but those that it is narrowed to, on every transport', async () => {
    const scopes: Scope[] = ['TASK_READ', 'GENERATE_VIDEO'];
    const token = await issueToken(gateway, key, { scopes, operations: ['TASK', 'TASK_UPDATED'] });
    expect(codesOf(await gateway.ask(TaskDocument, { id: NOWHERE }, token))).toEqual(['NOT_FOUND']);
    const refused = [
      await gateway.ask(TasksDocument, { first: 1 }, token),
      await gateway.ask(ViewerDocument, {}, token),
      await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, token),
    ];
    for (const answer of refused) expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    const socket = await openSocket(token);
    expect(JSON.stringify(await socket.next())).toContain('FORBIDDEN');
    socket.close();
    const aliased = await ask(gateway.url, token, { query: '{task:tasks{nodes{id}}}' });
    expect(aliased.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(0);
  });

  it('M2: sees of the tasks only those that it is narrowed to; others as missing ones', async () => {
    const shown = await createVideo(gateway, { idempotencyKey: `k${String((names += 1))}` }, key);
    const hiddenKey = `k${String((names += 1))}`;
    const hidden = await createVideo(gateway, { idempotencyKey: hiddenKey }, key);
    const token = await issueToken(gateway, key, {
      scopes: ['TASK_READ', 'TASK_CANCEL', 'TASK_DELETE'],
      taskIds: [shown.id],
    });
    const { data } = await gateway.ask(TasksDocument, { first: 10 }, token);
    expect(data?.tasks?.nodes.map(({ id }) => id)).toEqual([shown.id]);
    const labelled = { first: 10, filter: { labels: ['none'] } };
    expect((await gateway.ask(TasksDocument, labelled, token)).data?.tasks?.nodes).toEqual([]);
    for (const document of [TaskDocument, CancelTaskDocument, DeleteTaskDocument] as const) {
      const [ofHidden, ofMissing] = [
        await gateway.ask(document as typeof TaskDocument, { id: hidden.id }, token),
        await gateway.ask(document as typeof TaskDocument, { id: NOWHERE }, token),
      ];
      expect(codesOf(ofHidden)).toEqual(['NOT_FOUND']);
      expect(withoutRequestIds(ofHidden)).toEqual(withoutRequestIds(ofMissing));
    }
    const byKey = `{task(idempotencyKey:"${hiddenKey}"){id}}`;
    expect((await ask(gateway.url, token, { query: byKey })).errors[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
    expect((await gateway.ask(TaskDocument, { id: shown.id.toUpperCase() }, token)).errors).toBe(
      undefined,
    );
  });

  it('M11: follows only the tasks that it is narrowed to', async () => {
    const shown = await createVideo(gateway, {}, key);
    const hidden = await createVideo(gateway, {}, key);
    const token = await issueToken(gateway, key, { scopes: ['TASK_READ'], taskIds: [shown.id] });
    const socket = await ProtocolSocket.connect(gateway.url, token);
    const one = (id: string, query: string): void => {
      socket.send({ id, type: 'subscribe', payload: { query } });
    };
    one('hidden', `subscription{taskUpdated(id:"${hidden.id}"){task{id}}}`);
    expect(JSON.stringify(await socket.next())).toContain('NOT_FOUND');
    expect((await socket.next()).type).toBe('complete');
    one('all', ALL);
    await clock.advance(100);
    await gateway.data(CancelTaskDocument, { id: hidden.id }, key);
    await gateway.data(CancelTaskDocument, { id: shown.id }, key);
    await clock.advance(30_000);
    const seen: string[] = [];
    while (socket.waiting > 0) seen.push(JSON.stringify(await socket.next()));
    expect(seen.length).toBeGreaterThan(0);
    for (const message of seen) expect(message).toContain(shown.id);
    socket.close();
  });

  it('Z4: narrowed to tasks, makes none and reaches nothing else', async () => {
    const { id } = await createVideo(gateway, {}, key);
    const posts = postsTo(gateway, '/v1/text_to_video');
    const token = await issueToken(gateway, key, {
      scopes: ['TASK_READ', 'GENERATE_VIDEO', 'UPLOAD_CREATE'],
      taskIds: [id],
    });
    const refused = [
      await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, token),
      await ask(gateway.url, token, {
        query: `mutation{resubmitTask(id:"${id}"){task{id}}}`,
      }),
      await ask(gateway.url, token, {
        query: 'mutation{createUpload(input:{filename:"a.png"}){runwayUri}}',
      }),
    ];
    for (const { errors } of refused) expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(posts);
    expect(codesOf(await gateway.ask(ViewerDocument, {}, token))).toEqual([]);
  });

  it('resubmits only what it may make', async () => {
    const { id } = await createVideo(gateway, {}, key);
    await gateway.data(CancelTaskDocument, { id }, key);
    const token = await issueToken(gateway, key, {
      scopes: ['TASK_READ', 'GENERATE_VIDEO'],
      operations: ['RESUBMIT_TASK'],
    });
    const query = `mutation{resubmitTask(id:"${id}"){task{id}}}`;
    expect((await ask(gateway.url, token, { query })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is closed to what another tenant says of it', async () => {
    const other = await gateway.keyOf('rival', ['TASK_READ']);
    const { id } = await createVideo(gateway, {}, key);
    const token = await issueToken(gateway, other, { scopes: ['TASK_READ'] });
    expect(codesOf(await gateway.ask(TaskDocument, { id }, token))).toEqual(['NOT_FOUND']);
  });
});

import { CAT } from './held-conversations.js';
import { UNKNOWN_ID, useEmulator } from './harness.js';

const harness = useEmulator({ provisioningSeconds: 2, sessionKeySeconds: 60, credits: 1_000 });
const { call } = harness;

async function createSession(changes: object = {}): Promise<string> {
  const body = { model: 'gwm1_avatars', avatar: CAT, ...changes };
  const reply = await call('POST', '/v1/realtime_sessions', body);
  expect(reply.body).toEqual({ id: expect.any(String) });
  return reply.body.id;
}

const session = async (id: string) => (await call('GET', `/v1/realtime_sessions/${id}`)).body;

const consume = (id: string, sessionKey: unknown) =>
  call('POST', `/v1/realtime_sessions/${id}/consume`, undefined, {
    authorization: `Bearer ${String(sessionKey)}`,
  });

async function runSession(changes: object = {}): Promise<string> {
  const id = await createSession(changes);
  harness.clock.advance(2_000);
  expect((await consume(id, (await session(id))['sessionKey'])).status).toBe(200);
  return id;
}

const credits = async () => (await call('GET', '/v1/organization')).body['creditBalance'];

describe('a realtime session', () => {
  it('goes from NOT_READY over READY and RUNNING to COMPLETED', async () => {
    const id = await createSession({ maxDuration: 20 });
    const base = { id, createdAt: '2026-06-01T12:00:00.000Z' };
    expect(await session(id)).toEqual({ ...base, status: 'NOT_READY' });
    harness.clock.advance(2_000);
    const ready = await session(id);
    expect(ready).toEqual({
      ...base,
      status: 'READY',
      sessionKey: expect.stringMatching(/^\S{40,}$/),
      expiresAt: '2026-06-01T12:01:02.000Z',
    });
    const consumed = await consume(id, ready['sessionKey']);
    expect([consumed.status, consumed.body]).toEqual([
      200,
      { url: expect.stringMatching(/^wss:/), token: expect.any(String), roomName: id },
    ]);
    expect(await session(id)).toEqual({ ...base, status: 'RUNNING' });
    harness.clock.advance(19_999);
    expect((await session(id)).status).toBe('RUNNING');
    harness.clock.advance(1);
    expect(await session(id)).toEqual({ ...base, status: 'COMPLETED', duration: 20 });
  });

  it('costs 2 credits at once, and 2 for every 6 s that were begun', async () => {
    await runSession({ maxDuration: 13 });
    expect(await credits()).toBe(998);
    harness.clock.advance(100_000);
    expect(await credits()).toBe(992);
    const usage = await call('POST', '/v1/organization/usage', {
      startDate: '2026-06-01',
      beforeDate: '2026-06-02',
    });
    expect(usage.body['results']).toEqual([
      { date: '2026-06-01', usedCredits: [{ model: 'gwm1_avatars', amount: 8 }] },
    ]);
  });

  it('is refused without credits', async () => {
    harness.emulator.settings.credits = 1;
    const body = { model: 'gwm1_avatars', avatar: CAT };
    const reply = await call('POST', '/v1/realtime_sessions', body);
    expect([reply.status, reply.body.error]).toEqual([
      400,
      'You do not have enough credits to run this task.',
    ]);
  });

  it('takes no more than there is at its end', async () => {
    harness.emulator.settings.credits = 3;
    const id = await runSession({ maxDuration: 60 });
    harness.clock.advance(60_000);
    expect((await session(id)).status).toBe('COMPLETED');
    expect(await credits()).toBe(0);
  });

  it.each([
    ['[moderated]', 'SAFETY.INPUT.TEXT', 998],
    ['[bad-output]', 'INTERNAL.BAD_OUTPUT.01', 1_000],
  ])('has FAILED, and was never READY, for %s', async (marker, failureCode, left) => {
    const id = await createSession({ personality: `You are ${marker}.` });
    harness.clock.advance(2_000);
    expect(await session(id)).toMatchObject({
      status: 'FAILED',
      failure: expect.any(String),
      failureCode,
    });
    expect(await credits()).toBe(left);
  });

  it('has FAILED when no participant connects in time', async () => {
    const id = await createSession();
    harness.clock.advance(61_999);
    const { sessionKey } = (await session(id)) as unknown as { sessionKey: string };
    harness.clock.advance(1);
    expect(await session(id)).toMatchObject({
      status: 'FAILED',
      failureCode: 'SESSION.EXPIRED',
    });
    expect((await consume(id, sessionKey)).status).toBe(409);
    expect(await credits()).toBe(998);
  });

  it('is CANCELLED by its deletion, in whatever live state it is', async () => {
    const fresh = await createSession();
    const running = await runSession();
    harness.clock.advance(6_001);
    for (const id of [fresh, running]) {
      const deleted = await call('DELETE', `/v1/realtime_sessions/${id}`);
      expect([deleted.status, deleted.body]).toEqual([204, null]);
      expect((await session(id)).status).toBe('CANCELLED');
    }
    // Twice 2 at once, and twice 2 for a little more than 6 s.
    expect(await credits()).toBe(992);
  });

  it('stays COMPLETED when it is deleted after its end', async () => {
    const id = await runSession({ maxDuration: 10 });
    harness.clock.advance(10_000);
    expect((await call('DELETE', `/v1/realtime_sessions/${id}`)).status).toBe(204);
    expect((await session(id)).status).toBe('COMPLETED');
  });

  it('is not found under an unknown id', async () => {
    const path = `/v1/realtime_sessions/${UNKNOWN_ID}`;
    for (const reply of [
      await call('GET', path),
      await call('DELETE', path),
      await consume(UNKNOWN_ID, 'key'),
    ]) {
      expect([reply.status, reply.body]).toEqual([
        404,
        { error: 'Could not find Realtime Session' },
      ]);
    }
  });
});

describe('the consumption of a session', () => {
  it('needs the key of that session', async () => {
    const [one, other] = [await createSession(), await createSession()];
    expect((await consume(one, 'anything')).status).toBe(409);
    harness.clock.advance(2_000);
    const { sessionKey } = (await session(other)) as unknown as { sessionKey: string };
    expect((await consume(one, sessionKey)).status).toBe(401);
    const path = `/v1/realtime_sessions/${one}/consume`;
    expect((await call('POST', path, undefined, {})).status).toBe(401);
    expect((await session(one)).status).toBe('READY');
  });

  it('takes no other verb', async () => {
    const id = await createSession();
    expect((await call('GET', `/v1/realtime_sessions/${id}/consume`)).status).toBe(405);
  });

  it('works once', async () => {
    const id = await createSession();
    harness.clock.advance(2_000);
    const { sessionKey } = (await session(id)) as unknown as { sessionKey: string };
    expect((await consume(id, sessionKey)).status).toBe(200);
    expect((await consume(id, sessionKey)).status).toBe(409);
  });

  it('leaves no key in the list of requests', async () => {
    const id = await runSession();
    const [request] = harness.emulator.requests().filter(({ path }) => path.endsWith('/consume'));
    expect(request).toMatchObject({
      path: `/v1/realtime_sessions/${id}/consume`,
      headers: { authorization: 'Bearer ***' },
      status: 200,
    });
  });
});

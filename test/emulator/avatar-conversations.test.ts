import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { CAT, RECEPTIONIST, TOOLS } from './held-conversations.js';
import { UNKNOWN_ID, useEmulator } from './harness.js';

const harness = useEmulator({ provisioningSeconds: 0, sessionKeySeconds: 60 });
const { call } = harness;

const conversation = (id: string) => call('GET', `/v1/avatar_conversations/${id}`);

/** Begins a call; it lasts ten seconds. */
async function talk(changes: object = {}): Promise<string> {
  const body = { model: 'gwm1_avatars', avatar: CAT, maxDuration: 10, ...changes };
  const { id } = (await call('POST', '/v1/realtime_sessions', body)).body;
  const { sessionKey } = (await call('GET', `/v1/realtime_sessions/${id}`)).body as unknown as {
    sessionKey: string;
  };
  await call('POST', `/v1/realtime_sessions/${id}/consume`, undefined, {
    authorization: `Bearer ${sessionKey}`,
  });
  return id;
}

async function list(query = ''): Promise<{ ids: string[]; nextCursor: unknown }> {
  const { body, status } = await call('GET', `/v1/avatar_conversations${query}`);
  expect(status).toBe(200);
  const data = body['data'] as { id: string }[];
  return { ids: data.map(({ id }) => id), nextCursor: body['nextCursor'] };
}

describe('a conversation', () => {
  it('is there as soon as a participant is connected, and grows', async () => {
    const waiting = await call('POST', '/v1/realtime_sessions', {
      model: 'gwm1_avatars',
      avatar: CAT,
    });
    expect((await conversation(waiting.body.id)).status).toBe(404);

    const id = await talk({ avatar: RECEPTIONIST, startScript: 'Welcome!', tools: TOOLS });
    harness.clock.advance(2_500);
    expect((await conversation(id)).body).toEqual({
      id,
      name: 'Conversation with Reception',
      status: 'in_progress',
      avatar: {
        type: 'custom',
        id: ELSEWHERE.avatarId,
        name: 'Reception',
        imageUrl: expect.stringContaining('/outputs/'),
      },
      createdAt: '2026-06-01T12:00:00.000Z',
      startedAt: '2026-06-01T12:00:00.000Z',
      duration: 2,
      maxDuration: 10,
      recordingUrl: null,
      tools: TOOLS,
      transcript: [
        { role: 'assistant', content: 'Welcome!', timestamp: '2026-06-01T12:00:00.000Z' },
        { role: 'user', content: expect.any(String), timestamp: '2026-06-01T12:00:02.000Z' },
      ],
    });

    harness.clock.advance(60_000);
    const { body } = await conversation(id);
    expect(body).toMatchObject({
      status: 'ended',
      duration: 10,
      endedAt: '2026-06-01T12:00:10.000Z',
    });
    expect(body['transcript']).toMatchObject([
      {},
      {},
      { role: 'assistant', content: null, toolCalls: [{ name: 'show_map', arguments: {} }] },
      { role: 'assistant', content: expect.any(String) },
    ]);
    const recording = await fetch(String(body['recordingUrl']));
    expect([recording.status, recording.headers.get('content-type')]).toEqual([200, 'video/mp4']);
  });

  it('shows what a tool of a backend answered', async () => {
    const id = await talk({ tools: TOOLS.slice(1) });
    harness.clock.advance(10_000);
    expect((await conversation(id)).body['transcript']).toContainEqual(
      expect.objectContaining({
        toolCalls: [{ id: 'call_1', name: 'weather', arguments: {} }],
        toolResults: [expect.objectContaining({ id: 'call_1', name: 'weather' })],
      }),
    );
  });

  it('has failed where the session failed before it began', async () => {
    const created = await call('POST', '/v1/realtime_sessions', {
      model: 'gwm1_avatars',
      avatar: CAT,
      startScript: '[moderated]',
    });
    expect((await conversation(created.body.id)).body).toMatchObject({
      name: 'Conversation with Cat Character',
      status: 'failed',
      avatar: CAT,
      failureCode: 'SAFETY.INPUT.TEXT',
      startedAt: null,
      endedAt: null,
      duration: null,
      transcript: [],
    });
  });

  it('outlives its avatar', async () => {
    await call('DELETE', `/v1/avatars/${ELSEWHERE.avatarId}`);
    expect((await conversation(ELSEWHERE.conversationId)).body['avatar']).toEqual({
      type: 'custom',
      id: null,
      name: null,
      imageUrl: null,
    });
  });

  it('is gone after its deletion, with its recording, while its session stays', async () => {
    const path = `/v1/avatar_conversations/${ELSEWHERE.conversationId}`;
    const recordingUrl = String((await call('GET', path)).body['recordingUrl']);
    const deleted = await call('DELETE', path);
    expect([deleted.status, deleted.body]).toEqual([204, null]);
    for (const method of ['GET', 'DELETE']) {
      const reply = await call(method, path);
      expect([reply.status, reply.body]).toEqual([404, { error: 'Could not find Conversation' }]);
    }
    expect((await fetch(recordingUrl)).status).toBe(404);
    expect((await list()).ids).toEqual([]);
    const session = await call('GET', `/v1/realtime_sessions/${ELSEWHERE.conversationId}`);
    expect(session.body).toMatchObject({ status: 'COMPLETED', duration: 42 });
  });
});

describe('the list of conversations', () => {
  it('shows who talked, newest first', async () => {
    const id = await talk({ tools: TOOLS });
    harness.clock.advance(3_000);
    const { body } = await call('GET', '/v1/avatar_conversations');
    expect(body).toEqual({
      data: [
        {
          id,
          name: 'Conversation with Cat Character',
          status: 'in_progress',
          avatar: { ...CAT, name: 'Cat Character' },
          createdAt: '2026-06-01T12:00:00.000Z',
          duration: 3,
          hasTools: true,
        },
        expect.objectContaining({
          id: ELSEWHERE.conversationId,
          status: 'ended',
          avatar: { type: 'custom', id: ELSEWHERE.avatarId, name: 'Reception' },
          duration: 42,
        }),
      ],
      hasMore: false,
      nextCursor: null,
    });
  });

  it('is filtered by avatar and by time', async () => {
    const first = await talk();
    harness.clock.advance(60_000);
    const second = await talk({ avatar: RECEPTIONIST });
    const { conversationId, avatarId } = ELSEWHERE;
    expect((await list(`?avatar=${avatarId}`)).ids).toEqual([second, conversationId]);
    expect((await list(`?avatar=${UNKNOWN_ID}`)).ids).toEqual([]);
    expect((await list('?startDate=2026-06-01T12:01:00Z')).ids).toEqual([second]);
    expect((await list('?endDate=2026-06-01T12:01:00Z')).ids).toEqual([first, conversationId]);
  });

  it('has twenty to a page where nothing else is asked', async () => {
    const made: string[] = [];
    for (let n = 0; n < 25; n += 1) made.unshift(await talk());
    const first = await list();
    expect(first.ids).toEqual(made.slice(0, 20));
    const second = await list(`?cursor=${String(first.nextCursor)}`);
    expect(second).toEqual({
      ids: [...made.slice(20), ELSEWHERE.conversationId],
      nextCursor: null,
    });
  });
});

describe('the usage of avatars', () => {
  const usage = (startDate: string, endDate: string) =>
    call('GET', `/v1/avatar_usage?startDate=${startDate}&endDate=${endDate}`);

  it('counts conversations and their seconds by UTC day', async () => {
    await talk();
    await talk({ maxDuration: 20 });
    harness.clock.advance(60_000);
    await talk({ maxDuration: 100 });
    const { body } = await usage('2026-05-31T12:00:00Z', '2026-06-02T00:00:00Z');
    expect(body).toEqual({
      totalSeconds: 30,
      totalSessions: 3,
      avgDurationSeconds: 15,
      byDay: [
        { date: '2026-05-31', sessions: 0, seconds: 0 },
        { date: '2026-06-01', sessions: 3, seconds: 30 },
      ],
    });
  });

  it.each([
    ['91 days', '2026-01-01T00:00:00Z', '2026-04-02T00:00:00Z', 'custom', 'endDate'],
    ['an end at its start', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'custom', 'endDate'],
    ['a day without a time', '2026-01-01', '2026-01-02T00:00:00Z', 'invalid_format', 'startDate'],
  ])('refuses %s', async (_why, start, end, code, name) => {
    const reply = await usage(start, end);
    expect(reply.body).toMatchObject({
      error: 'Validation of query failed',
      issues: [{ code, path: [name] }],
    });
    expect(reply.status).toBe(400);
  });
});

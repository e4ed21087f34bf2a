import {
  kindsWhere,
  rowOf,
  type CreatableKind,
  type resourceKinds,
} from '../../src/domain/resource/kinds.js';
import type { RunwayTaskKind } from '../../src/domain/task/task.js';
import { UNKNOWN_ID } from '../emulator/harness.js';
import { A_SESSION, A_VOICE, AN_AVATAR, useRunway } from '../support/runway/runway-stage.js';

const stage = useRunway();

const A_DOCUMENT = { name: 'Prices', content: 'Ten.' };
const A_ROUTER = { slug: 'mine' };
const A_PREVIEW = { model: 'eleven_ttv_v3', prompt: 'A calm voice with a slight accent.' };

/** The methods by which resources of each kind are made. */
type CreateMethod = (typeof resourceKinds)[CreatableKind]['sdk']['create'];

const BODIES = {
  'avatars.create': AN_AVATAR,
  'documents.create': A_DOCUMENT,
  'realtimeSessions.create': A_SESSION,
  'routers.create': A_ROUTER,
  'voices.create': A_VOICE,
  'voices.preview': A_PREVIEW,
} satisfies Record<CreateMethod | 'voices.preview', object>;
const METHODS = Object.keys(BODIES) as (keyof typeof BODIES)[];

const answer = (body: unknown): void => {
  stage.harness.emulator.setFault({ path: '*', status: 200, body });
};

describe('what is there with the answer to a creation', () => {
  const STATES = {
    'avatars.create': { status: 'RUNNING', progress: 0, output: [] },
    'documents.create': { status: 'SUCCEEDED', output: [] },
    'realtimeSessions.create': { status: 'PENDING' },
    'routers.create': { status: 'SUCCEEDED', output: [] },
    'voices.create': { status: 'PENDING' },
  } satisfies Record<CreateMethod, object>;

  it.each(Object.entries(STATES) as [CreateMethod, object][])(
    '%s: an id and a state',
    async (method, state) => {
      expect(await stage.submit(method, BODIES[method])).toMatchObject({
        kind: 'accepted',
        runwayId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        state,
        estimatedCost: null,
        routedModel: null,
      });
    },
  );

  it('voices.preview: the sample itself, and no id', async () => {
    expect(await stage.submit('voices.preview', A_PREVIEW)).toMatchObject({
      kind: 'accepted',
      runwayId: null,
      state: {
        status: 'SUCCEEDED',
        output: [
          {
            url: expect.stringMatching(/^http:/),
            mimeType: 'audio/mpeg',
            expiresAt: expect.any(String),
            nodeId: null,
          },
        ],
      },
    });
  });

  it('an avatar that needs no work, or cannot be made', async () => {
    stage.harness.emulator.settings.processingSeconds = 0;
    expect(await stage.submit('avatars.create', AN_AVATAR)).toMatchObject({
      state: { status: 'SUCCEEDED', output: [] },
    });
    const bad = { ...AN_AVATAR, personality: 'A [moderated] one.' };
    const outcome = await stage.submit('avatars.create', bad);
    expect(outcome).toMatchObject({ state: { status: 'FAILED', failure: { code: null } } });
  });

  it('takes an avatar in a state that is not known for one to be followed', async () => {
    answer({ id: UNKNOWN_ID, status: 'THINKING' });
    expect(await stage.submit('avatars.create', AN_AVATAR)).toMatchObject({
      kind: 'accepted',
      state: { status: 'PENDING' },
    });
  });

  it.each(
    METHODS.flatMap((method): [keyof typeof BODIES, unknown][] =>
      [[], {}, { id: 7 }, { id: '../x' }, { url: 'javascript:1', durationSecs: 1 }].map((body) => [
        method,
        body,
      ]),
    ),
  )('%s is ambiguous when it is answered %j', async (method, body) => {
    answer(body);
    const outcome = await stage.submit(method, BODIES[method]);
    expect(outcome).toMatchObject({ kind: 'ambiguous' });
    expect(stage.harness.emulator.requests()).toHaveLength(1);
  });
});

describe('readTask of what stays', () => {
  const CREATABLE = kindsWhere(({ sdk }) => sdk.create !== undefined) as readonly CreatableKind[];
  const isFollowed = (kind: CreatableKind): boolean => rowOf(kind).follow !== undefined;
  const read = (kind: RunwayTaskKind, id: string) => stage.api.readTask('main', kind, id);
  const state = (status: string, more: object = {}) => ({
    kind: 'state',
    state: { status, ...more },
  });

  it('follows an avatar, which costs nothing', async () => {
    const id = await stage.make('avatars.create', AN_AVATAR);
    const running = { ...state('RUNNING', { progress: 0, output: [] }), cost: null };
    expect(await read('avatar', id)).toMatchObject(running);
    stage.harness.clock.advance(5_000);
    const ready = { ...state('SUCCEEDED', { output: [] }), cost: 0, estimatedCost: null };
    expect(await read('avatar', id)).toMatchObject(ready);
  });

  it('follows a voice, whose cost Runway does not tell', async () => {
    const good = await stage.make('voices.create', A_VOICE);
    const bad = await stage.make('voices.create', { ...A_VOICE, name: 'Ada [bad-output]' });
    expect(await read('voice', good)).toMatchObject(state('RUNNING', { progress: 0 }));
    stage.harness.clock.advance(5_000);
    const made = { ...state('SUCCEEDED', { output: [] }), cost: null };
    expect(await read('voice', good)).toMatchObject(made);
    const failed = await read('voice', bad);
    expect(failed).toMatchObject({ ...state('FAILED', { failure: { code: null } }), cost: null });
    const { body } = await stage.harness.call('GET', `/v1/voices/${bad}`);
    expect(body['failureReason']).toEqual(expect.any(String));
    expect(JSON.stringify(failed)).not.toContain(body['failureReason']);
  });

  // Guarantee: only a read of the session itself tells its key.
  it('follows a session to its price, and never tells its key', async () => {
    const id = await stage.make('realtimeSessions.create', { ...A_SESSION, maxDuration: 13 });
    expect(await read('realtimeSession', id)).toMatchObject(state('PENDING'));
    stage.harness.clock.advance(3_000);
    const ready = await read('realtimeSession', id);
    expect(ready).toMatchObject({ ...state('RUNNING', { progress: 0 }), upstreamStatus: 'READY' });
    const session = await stage.resources.retrieve('main', 'realtimeSession', id);
    expect(session?.sessionKey).toEqual(expect.any(String));
    expect(JSON.stringify(ready)).not.toContain(session?.sessionKey);

    await stage.join(id);
    expect(await read('realtimeSession', id)).toMatchObject({
      ...state('RUNNING', { progress: 0 }),
      cost: null,
    });
    stage.harness.clock.advance(14_000);
    // 2 credits, and 2 for each of three started runs of 6 s.
    const over = { ...state('SUCCEEDED', { output: [] }), cost: 8 };
    expect(await read('realtimeSession', id)).toMatchObject(over);
  });

  it.each([
    [0, 2],
    [6, 4],
    [6.1, 6],
    [300, 102],
    [-1, null],
    ['300', null],
    [undefined, null],
  ])('prices a session of %j s at %j credits', async (duration, cost) => {
    answer({ id: UNKNOWN_ID, status: 'COMPLETED', duration });
    const outcome = await read('realtimeSession', UNKNOWN_ID);
    expect(outcome).toMatchObject({ ...state('SUCCEEDED'), cost });
  });

  it.each([
    ['realtimeSession', { status: 'NOT_READY', queued: true }, state('THROTTLED')],
    ['realtimeSession', { status: 'NOT_READY', queued: false }, state('PENDING')],
    [
      'realtimeSession',
      { status: 'CANCELLED', duration: 60 },
      { ...state('CANCELLED'), cost: null },
    ],
    [
      'realtimeSession',
      { status: 'FAILED', failure: 'canary', failureCode: 'SAFETY.INPUT.TEXT', duration: 60 },
      { ...state('FAILED', { failure: { code: 'SAFETY.INPUT' } }), cost: null },
    ],
    ['realtimeSession', { status: 'PAUSED' }, { kind: 'state', state: undefined, cost: null }],
    ['avatar', { status: 'THINKING' }, { kind: 'state', state: undefined, cost: null }],
    ['avatar', { status: 'FAILED', failureReason: 'canary' }, { ...state('FAILED'), cost: 0 }],
    ['voice', { status: 'SUCCEEDED' }, { kind: 'state', state: undefined }],
  ] as const)('reads a %s of %j', async (kind, body, expected) => {
    answer({ id: UNKNOWN_ID, ...body });
    const outcome = await read(kind, UNKNOWN_ID);
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });

  it.each(CREATABLE.filter(isFollowed))('tells a missing %s', async (kind) => {
    expect(await read(kind, UNKNOWN_ID)).toEqual({ kind: 'missing' });
    answer({ id: 'another', status: 'READY' });
    expect(await read(kind, UNKNOWN_ID)).toMatchObject({ kind: 'unavailable' });
  });

  it.each([...CREATABLE.filter((kind) => !isFollowed(kind)), 'voicePreview' as const])(
    'never reads a %s',
    async (kind) => {
      await expect(read(kind, UNKNOWN_ID)).rejects.toMatchObject({ code: 'INTERNAL' });
      expect(stage.harness.emulator.requests()).toEqual([]);
    },
  );
});

describe('deleteTask of a session', () => {
  it('ends it, and counts a missing one as ended', async () => {
    const id = await stage.make('realtimeSessions.create', A_SESSION);
    await stage.api.deleteTask('main', 'realtimeSession', id);
    expect(await stage.api.readTask('main', 'realtimeSession', id)).toMatchObject({
      state: { status: 'CANCELLED' },
      cost: null,
    });
    await stage.api.deleteTask('main', 'realtimeSession', UNKNOWN_ID);
    const deletions = stage.harness.emulator.requests().filter(({ method }) => method === 'DELETE');
    expect(deletions.map(({ path }) => path)).toEqual([
      `/v1/realtime_sessions/${id}`,
      `/v1/realtime_sessions/${UNKNOWN_ID}`,
    ]);
  });
});

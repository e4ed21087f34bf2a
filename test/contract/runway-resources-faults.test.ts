import { UndiciOutwardHttp } from '../../src/adapters/outward/undici-outward-http.js';
import { RunwayClient } from '../../src/adapters/runway/client/runway-client.js';
import { SdkRunwayResources } from '../../src/adapters/runway/resources/sdk-runway-resources.js';
import type { JsonValue } from '../../src/domain/input/json.js';
import type { KindRow } from '../../src/domain/resource/kind-row.js';
import {
  kindsWhere,
  resourceKinds,
  type ChangeableKind,
  type DeletableKind,
  type ListableKind,
  type ReadableKind,
} from '../../src/domain/resource/kinds.js';
import { ELSEWHERE, SEEDED } from '../../src/emulator/resources/seeded.js';
import { GatewayError } from '../../src/errors.js';
import { SDK_METHODS } from '../../src/generated/facts/sdk-methods.js';
import { UNKNOWN_ID } from '../emulator/harness.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { answering, startFaultServer } from '../support/runway/fault-server.js';
import {
  FIRST_PAGE,
  SEEDED_IDS,
  READABLE_KINDS,
  useRunway,
} from '../support/runway/runway-stage.js';
import { selfSigned } from '../support/client/self-signed.js';

const stage = useRunway();

/** A call for each kind that has the method. */
function callsTo(
  method: keyof KindRow['sdk'],
  call: (kind: never) => Promise<unknown>,
): Readonly<Record<string, () => Promise<unknown>>> {
  const kinds = kindsWhere(({ sdk }) => sdk[method] !== undefined);
  return Object.fromEntries(kinds.map((kind) => [`${method} ${kind}`, () => call(kind as never)]));
}

const READS: Readonly<Record<string, () => Promise<unknown>>> = {
  ...callsTo('retrieve', (kind: ReadableKind) =>
    stage.resources.retrieve('main', kind, SEEDED_IDS[kind]),
  ),
  ...callsTo('list', (kind: ListableKind) => stage.resources.list('main', kind, FIRST_PAGE)),
  'list router requests': () => stage.resources.routerRequests('main', SEEDED.routerId, FIRST_PAGE),
  'change a voice': () => stage.resources.change('main', 'voice', ELSEWHERE.voiceId, { name: 'x' }),
};

const CALLS = {
  ...READS,
  ...callsTo('update', (kind: ChangeableKind) =>
    stage.resources.change('main', kind, SEEDED_IDS[kind], { name: 'x' }),
  ),
  ...callsTo('delete', (kind: DeletableKind) =>
    stage.resources.delete('main', kind, SEEDED_IDS[kind]),
  ),
};

describe.each(Object.entries(CALLS))('%s, when Runway fails', (_, call) => {
  it.each([
    [{ status: 500, body: { error: 'canary' } }, 'RUNWAY_UNAVAILABLE'],
    [{ status: 503, rawBody: '<html>canary', contentType: 'text/html' }, 'RUNWAY_UNAVAILABLE'],
    [{ reset: 'afterRead' as const }, 'RUNWAY_UNAVAILABLE'],
    [{ status: 302, headers: { location: '/v1/avatars' } }, 'RUNWAY_UNAVAILABLE'],
    [{ status: 401, body: { error: 'canary' } }, 'RUNWAY_UNAUTHORIZED'],
    [{ status: 403, body: { error: 'canary' } }, 'RUNWAY_UNAUTHORIZED'],
    [{ status: 429, headers: { 'retry-after': '7' } }, 'RUNWAY_RATE_LIMITED'],
  ])('turns %j into %s, and asks once', async (fault, code) => {
    stage.harness.emulator.setFault({ path: '*', ...fault });
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    const isRateLimit = code === 'RUNWAY_RATE_LIMITED';
    expect(error).toMatchObject({ code, ...(isRateLimit && { retryAfterMs: 7_000 }) });
    expect(JSON.stringify(error)).not.toContain('canary');
    expect(stage.harness.emulator.requests()).toHaveLength(1);
  });
});

describe.each(Object.entries(READS))('%s, when the answer is not as documented', (_, call) => {
  it.each([
    [{ status: 200, rawBody: '<html>', contentType: 'text/html' }],
    [{ status: 200, body: [] }],
    [{ status: 200, body: {} }],
    [{ status: 200, body: { id: UNKNOWN_ID, data: {} } }],
    [{ status: 204 }],
    [{ truncate: 20 }],
  ])('does not take %j for one', async (fault) => {
    stage.harness.emulator.setFault({ path: '*', ...fault });
    await expect(call()).rejects.toMatchObject({ code: 'RUNWAY_UNAVAILABLE' });
  });
});

/** What Runway answers of the seeded thing, with other properties; undefined takes one away. */
async function answeredWith(kind: ReadableKind, others: object): Promise<void> {
  const { path } = SDK_METHODS[resourceKinds[kind].sdk.retrieve];
  const { body } = await stage.harness.call('GET', path.replace('{id}', SEEDED_IDS[kind]));
  stage.harness.emulator.setFault({
    path,
    status: 200,
    body: { ...body, ...others },
  });
}

function deep(levels: number): JsonValue {
  let json: JsonValue = 'bottom';
  for (let level = 0; level < levels; level += 1) json = { below: json };
  return json;
}

// D27: so is a number or a date beyond all bounds.
describe('an answer that differs in one property', () => {
  it.each<[ReadableKind, object, string]>([
    ...READABLE_KINDS.flatMap((kind): [ReadableKind, object, string][] => [
      [kind, { id: UNKNOWN_ID }, 'id'],
      [kind, { id: '../x' }, 'id'],
      ...['yesterday', '1', '+275760-09-13T00:00:00Z', '0001-01-01T00:00:00Z'].map(
        (createdAt): [ReadableKind, object, string] => [kind, { createdAt }, 'createdAt'],
      ),
    ]),
    ['avatarConversation', { duration: 1e308 }, 'duration'],
    ['realtimeSession', { duration: 1e13 }, 'duration'],
    ['router', { version: 1e308 }, 'version'],
    ['avatar', { status: undefined }, 'status'],
    ['avatar', { name: 7 }, 'name'],
    ['avatar', { documentIds: 'x' }, 'documentIds'],
    ['avatar', { documentIds: Array<string>(10_001).fill('x') }, 'documentIds'],
    ['avatar', { voice: { type: 'custom', deleted: false } }, 'voice.id'],
    ['voice', { description: {} }, 'description'],
    ['document', { content: undefined }, 'content'],
    ['document', { usedBy: [{ id: UNKNOWN_ID }] }, 'usedBy[].name'],
    ['avatarConversation', { duration: '42' }, 'duration'],
    ['avatarConversation', { duration: -1 }, 'duration'],
    ['avatarConversation', { transcript: [{ content: 'x' }] }, 'transcript[].role'],
    ['realtimeSession', { status: 'READY' }, 'sessionKey'],
    ['realtimeSession', { queued: 'yes' }, 'queued'],
    ['router', { settings: undefined }, 'settings'],
    ['router', { version: 1.5 }, 'version'],
    ['router', { settings: { schemaVersion: 1, models: { ids: [] } } }, 'settings.models.mode'],
    ['workflow', { graph: { nodes: {}, edges: [], version: 1 } }, 'graph.nodes'],
    ['workflow', { graph: { nodes: [deep(99)], edges: [], version: 1 } }, 'graph.nodes'],
  ])('D27: is not taken for a %s: %j', async (kind, others, place) => {
    await answeredWith(kind, others);
    await expect(stage.resources.retrieve('main', kind, SEEDED_IDS[kind])).rejects.toMatchObject({
      code: 'RUNWAY_UNAVAILABLE',
      detail: `${kind}.${place} does not check`,
    });
  });

  it.each<[ReadableKind, object, object]>([
    ['avatar', { status: 'THINKING' }, { status: 'UNKNOWN' }],
    ['voice', { status: 'THINKING' }, { status: 'UNKNOWN' }],
    ['avatarConversation', { status: 'paused' }, { status: 'UNKNOWN' }],
    ['realtimeSession', { status: 'PAUSED' }, { status: 'UNKNOWN' }],
    ['realtimeSession', { status: 'NOT_READY', queued: true }, { queued: true }],
    ['realtimeSession', { sessionKey: 'canary' }, { sessionKey: null }],
    ['document', { type: 'spreadsheet' }, { type: 'spreadsheet' }],
    ['avatar', { voice: { type: 'sung', key: 'C' } }, { voice: null }],
    ['avatar', { referenceImageUri: 'javascript:alert(1)' }, { referenceImageUrl: null }],
    ['avatar', { processedImageUri: 'data:image/png;base64,AA' }, { processedImageUrl: null }],
    ['voice', { previewUrl: 'file:///etc/passwd' }, { previewUrl: null }],
    ['avatarConversation', { recordingUrl: 'no url' }, { recordingUrl: null }],
    ['voice', { status: 'FAILED', failureReason: 'a\nb' }, { failureReason: 'a b' }],
    [
      'avatarConversation',
      { status: 'failed', failureCode: 'SAFETY.INPUT.TEXT' },
      { status: 'FAILED', failureCode: 'SAFETY.INPUT' },
    ],
    ['avatarConversation', { failureCode: '<b>canary' }, { failureCode: null }],
    [
      'avatarConversation',
      { transcript: [{ role: 'narrator', toolResults: [{ name: 'sum', result: { is: [3] } }] }] },
      {
        transcript: [
          {
            role: 'narrator',
            content: null,
            timestamp: null,
            toolCalls: [],
            toolResults: [
              { id: null, name: 'sum', durationMs: null, error: null, result: { is: [3] } },
            ],
          },
        ],
      },
    ],
  ])('is still a %s: %j', async (kind, others, expected) => {
    await answeredWith(kind, others);
    const resource = await stage.resources.retrieve('main', kind, SEEDED_IDS[kind]);
    expect(resource).toMatchObject(expected);
    expect(JSON.stringify(resource)).not.toContain('canary');
  });

  it('takes 400 for an id that nothing can have', async () => {
    stage.harness.emulator.setFault({ path: '*', status: 400, body: { error: 'Invalid uuid' } });
    expect(await stage.resources.retrieve('main', 'avatar', 'no-uuid')).toBeUndefined();
  });

  it.each([
    ['400 for an id that something may have', 400, { error: 'Bad gateway settings' }],
    ['a 404 that is not Runway’s', 404, '<html>no such host</html>'],
  ])('does not take %s for the word that it is gone', async (_what, status, body) => {
    stage.harness.emulator.setFault({ path: '*', status, body });
    const { resources } = stage;
    await expect(resources.retrieve('main', 'avatar', ELSEWHERE.avatarId)).rejects.toBeInstanceOf(
      GatewayError,
    );
    await expect(resources.delete('main', 'avatar', ELSEWHERE.avatarId)).rejects.toBeInstanceOf(
      GatewayError,
    );
  });

  it('finds an id that is written in capitals', async () => {
    await answeredWith('avatar', {});
    const id = ELSEWHERE.avatarId.toUpperCase();
    expect(await stage.resources.retrieve('main', 'avatar', id)).toMatchObject({
      id: ELSEWHERE.avatarId,
    });
  });
});

describe('a page that leads nowhere', () => {
  it('ends where nothing is on it, whatever it says', async () => {
    const body = { data: [], hasMore: true, nextCursor: 'again' };
    stage.harness.emulator.setFault({ path: '/v1/voices', status: 200, body });
    expect(await stage.resources.list('main', 'voice', FIRST_PAGE)).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it('reads a page of 100 avatars that say all they may', async () => {
    const { body } = await stage.harness.call('GET', `/v1/avatars/${ELSEWHERE.avatarId}`);
    const long = { ...body, personality: 'ü'.repeat(10_000), startScript: 'ü'.repeat(2_000) };
    const page = { data: Array<object>(100).fill(long), hasMore: false, nextCursor: null };
    stage.harness.emulator.setFault({ path: '/v1/avatars', status: 200, body: page });
    const { items } = await stage.resources.list('main', 'avatar', FIRST_PAGE);
    expect(items).toHaveLength(100);
  });
});

it('passes on no http address when Runway is spoken to by TLS', async () => {
  const avatar = (await stage.harness.call('GET', `/v1/avatars/${ELSEWHERE.avatarId}`)).body;
  const certificate = selfSigned('127.0.0.1');
  const images = {
    referenceImageUri: 'http://a.example/1',
    processedImageUri: 'https://a.example/2',
  };
  const server = await startFaultServer(answering(200, { ...avatar, ...images }), certificate);
  const accounts = () => ({ main: { secret: 'key_test' } });
  const { url: baseUrl } = server;
  const client = new RunwayClient({
    outward: new UndiciOutwardHttp(),
    accounts,
    baseUrl,
    clock: new FakeClock(),
    ca: certificate.cert,
  });
  try {
    const resources = new SdkRunwayResources(client);
    expect(await resources.retrieve('main', 'avatar', ELSEWHERE.avatarId)).toMatchObject({
      referenceImageUrl: null,
      processedImageUrl: 'https://a.example/2',
    });
  } finally {
    await client.close();
    await server.close();
  }
});

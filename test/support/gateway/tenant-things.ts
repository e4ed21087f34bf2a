import type { Emulator } from '../../../src/emulator/server/start-emulator.js';
import type { FakeClock } from '../time/fake-clock.js';
import type { TestGateway } from './start-gateway.js';
import { answered } from '../client/answered.js';

/** Runway's ids of what a tenant has made. */
export interface TenantThings {
  readonly taskIds: readonly string[];
  readonly avatarId: string;
  readonly voiceId: string;
  readonly documentId: string;
  readonly routerId: string;
  /** The conversation that comes of it has the same id. */
  readonly sessionId: string;
}

/** Asks at `url` as the holder of a key, and throws what goes wrong. */
export type AskRaw = (query: string, variables?: object) => Promise<Record<string, Made>>;

/** A payload, as far as it is looked at here. */
interface Made {
  readonly task: { readonly runwayTaskId: string | null; readonly status: string } | null;
  readonly [thing: string]: unknown;
}

export function askAs(url: string, key: string): AskRaw {
  return async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    return answered((await response.json()) as { data?: Record<string, Made>; errors?: [] });
  };
}

const IMAGE = 'https://example.com/ada.png';
const AUDIO = 'https://example.com/ada.mp3';

/** One of everything that outlives its request: made, and as far as it comes by itself, alive. */
export async function makeThings(
  ask: AskRaw,
  name: string,
  untilReady: (look: () => Promise<boolean>) => Promise<unknown>,
): Promise<TenantThings> {
  const make = async (field: string, thing: string, input: string): Promise<string> => {
    const data = await ask(`mutation { ${field}(input: ${input}) { ${thing} { id } } }`);
    const made = data[field]?.[thing] as { readonly id: string } | null | undefined;
    if (made == null) throw new Error(`${field} made nothing`);
    return made.id;
  };
  const text = JSON.stringify(name);
  const documentId = await make(
    'createDocument',
    'document',
    `{ name: ${text}, content: "words" }`,
  );
  const voiceId = await make(
    'createVoice',
    'voice',
    `{ name: ${text}, from: { audio: { audio: "${AUDIO}" } } }`,
  );
  const routerId = await make('createRouter', 'router', `{ name: ${text}, slug: "studio" }`);
  const avatarId = await make(
    'createAvatar',
    'avatar',
    `{ name: ${text}, personality: "brief", referenceImage: "${IMAGE}", documentIds: ["${documentId}"], voice: { runwayLivePreset: { presetId: ADRIAN } } }`,
  );
  const statusOf = async (field: string, id: string): Promise<unknown> => {
    const data = await ask(`query ($id: ID!) { ${field}(id: $id) { id status } }`, { id });
    return data[field]?.['status'];
  };
  await untilReady(async () => (await statusOf('avatar', avatarId)) === 'READY');
  const sessionId = await make(
    'createRealtimeSession',
    'realtimeSession',
    `{ gwm1Avatars: { avatar: { custom: { avatarId: "${avatarId}" } } } }`,
  );
  await untilReady(async () => (await statusOf('realtimeSession', sessionId)) === 'READY');
  const video = `mutation { createTextToVideo(input: { gen4_5: { promptText: ${text}, ratio: RATIO_1280_720, duration: 5 } }) { task { runwayTaskId status } } }`;
  const taskIds: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    const { createTextToVideo } = await ask(video);
    const runwayTaskId = createTextToVideo?.task?.runwayTaskId;
    if (typeof runwayTaskId === 'string') taskIds.push(runwayTaskId);
  }
  return { taskIds, avatarId, voiceId, documentId, routerId, sessionId };
}

/** A participant connects to a session that is READY, so that there is a conversation. */
export async function joinSession(ask: AskRaw, emulator: Emulator, id: string): Promise<void> {
  const data = await ask('query ($id: ID!) { realtimeSession(id: $id) { id sessionKey } }', { id });
  const response = await fetch(`${emulator.url}/v1/realtime_sessions/${id}/consume`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${String(data['realtimeSession']?.['sessionKey'])}`,
      'x-runway-version': '2024-11-06',
    },
  });
  if (!response.ok) throw new Error(await response.text());
}

/** The status with which the emulator answers to each of a tenant's things, by kind; a session's own. */
export async function lookAtThings(
  emulator: Emulator,
  things: TenantThings,
): Promise<Readonly<Record<string, unknown>>> {
  const get = async (path: string): Promise<Response> =>
    await fetch(`${emulator.url}/v1/${path}`, {
      headers: { authorization: 'Bearer key_test', 'x-runway-version': '2024-11-06' },
    });
  const session = await get(`realtime_sessions/${things.sessionId}`);
  const tasks = await Promise.all(things.taskIds.map((id) => get(`tasks/${id}`)));
  return {
    avatar: (await get(`avatars/${things.avatarId}`)).status,
    voice: (await get(`voices/${things.voiceId}`)).status,
    document: (await get(`documents/${things.documentId}`)).status,
    router: (await get(`routers/${things.routerId}`)).status,
    conversation: (await get(`avatar_conversations/${things.sessionId}`)).status,
    session: ((await session.json()) as { readonly status: string }).status,
    tasks: [...new Set(tasks.map(({ status }) => status))],
  };
}

export const ALL_GONE = {
  avatar: 404,
  voice: 404,
  document: 404,
  router: 404,
  conversation: 404,
  tasks: [404],
};

export const ALL_THERE = {
  avatar: 200,
  voice: 200,
  document: 200,
  router: 200,
  conversation: 200,
  tasks: [200],
};

/** Everything of a tenant's in a gateway whose time a test moves, a running session included. */
export async function makeAllThings(
  gateway: TestGateway,
  clock: FakeClock,
  key: string,
): Promise<TenantThings> {
  const ask = askAs(gateway.url, key);
  const things = await makeThings(ask, key.slice(0, 12), (look) =>
    clock.until(look, { stepMs: 5_000, strides: true }),
  );
  await joinSession(ask, gateway.emulator, things.sessionId);
  return things;
}

import { UndiciOutwardHttp } from '../../../src/adapters/outward/undici-outward-http.js';
import { RunwayClient } from '../../../src/adapters/runway/client/runway-client.js';
import { SdkRunwayApi } from '../../../src/adapters/runway/sdk-runway-api.js';
import { SdkRunwayResources } from '../../../src/adapters/runway/resources/sdk-runway-resources.js';
import type { JsonObject } from '../../../src/domain/input/json.js';
import type { ReadableKind } from '../../../src/domain/resource/kinds.js';
import type { PostResult } from '../../../src/domain/submission/submission-result.js';
import { ELSEWHERE } from '../../../src/emulator/resources/seeded.js';
import type { SdkMethod } from '../../../src/generated/facts/sdk-methods.js';
import { useEmulator, type Harness } from '../../emulator/harness.js';
import { silentLog } from '../store/database.js';
import { FakeClock } from '../time/fake-clock.js';

/** Resources that stand in the emulator from the start: one of each kind that can be read. */
export const SEEDED_IDS = {
  avatar: ELSEWHERE.avatarId,
  avatarConversation: ELSEWHERE.conversationId,
  document: ELSEWHERE.documentId,
  realtimeSession: ELSEWHERE.conversationId,
  router: ELSEWHERE.routerId,
  voice: ELSEWHERE.voiceId,
  workflow: ELSEWHERE.workflowId,
} as const satisfies Record<ReadableKind, string>;

export const READABLE_KINDS = Object.keys(SEEDED_IDS) as ReadableKind[];

export const FIRST_PAGE = { limit: 100, cursor: null };

export const AN_AVATAR = {
  name: 'Ada',
  personality: 'Answers briefly.',
  referenceImage: 'https://example.com/picture.png',
  voice: { type: 'runway-live-preset', presetId: 'adrian' },
};
export const A_VOICE = {
  name: 'Ada',
  from: { type: 'audio', audio: 'https://example.com/voice.mp3' },
};
export const A_SESSION = {
  model: 'gwm1_avatars',
  avatar: { type: 'runway-preset', presetId: 'cat-character' },
};

/** The adapters on an emulator, anew for each test. */
export interface RunwayStage {
  readonly harness: Harness;
  readonly api: SdkRunwayApi;
  readonly resources: SdkRunwayResources;
  submit(method: SdkMethod, body: JsonObject): Promise<PostResult>;
  /** Makes something and tells its id. */
  make(method: SdkMethod, body: JsonObject): Promise<string>;
  /** A participant connects to a session that is READY. */
  join(sessionId: string): Promise<void>;
}

/** Registers start and stop for the tests of a file. The secret is that of the account `main`. */
export function useRunway(): RunwayStage {
  const harness = useEmulator();
  const started: { client?: RunwayClient } = {};

  beforeEach(() => {
    const { url: baseUrl } = harness.emulator;
    const accounts = () => ({ main: { secret: 'key_test' } });
    started.client = new RunwayClient({
      outward: new UndiciOutwardHttp(),
      accounts,
      baseUrl,
      clock: new FakeClock(),
    });
  });
  afterEach(async () => {
    await started.client?.close();
  });

  const client = (): RunwayClient => {
    if (started.client === undefined) throw new Error('Runway is there only inside a test');
    return started.client;
  };
  const api = () => new SdkRunwayApi({ client: client(), log: silentLog });
  const resources = () => new SdkRunwayResources(client());
  const submit: RunwayStage['submit'] = async (method, body) =>
    await api().submit({
      account: 'main',
      method,
      request: { pathIds: [], body },
      onBehalfOf: null,
    });

  return {
    harness,
    get api() {
      return api();
    },
    get resources() {
      return resources();
    },
    submit,
    make: async (method, body) => {
      const outcome = await submit(method, body);
      if (outcome.kind === 'accepted' && outcome.runwayId !== null) return outcome.runwayId;
      throw new Error(`${method}: ${JSON.stringify(outcome)}`);
    },
    join: async (id) => {
      const session = await resources().retrieve('main', 'realtimeSession', id);
      const headers = { authorization: `Bearer ${String(session?.sessionKey)}` };
      const path = `/v1/realtime_sessions/${id}/consume`;
      const { status } = await harness.call('POST', path, undefined, headers);
      if (status !== 200) throw new Error(`The session cannot be joined: ${String(status)}`);
    },
  };
}

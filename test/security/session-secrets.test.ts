// Guarantee: what lets its holder join a call stands in no table, in no log line and in no task: a
// session's key never, and what a client hands in for other services not once it has been sent.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import {
  CreateRealtimeSessionDocument,
  RealtimeSessionDocument,
  RealtimeSessionUpdatedDocument,
  TasksDocument,
} from '../../client/src/generated/graphql.js';
import { silentLog } from '../support/store/database.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { A_SESSION, makeSession, type SessionInput } from '../support/client/resources.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { columnsWith, sealedColumnsWith } from '../support/store/stored-text.js';
import { drain, openStream } from '../support/client/streams.js';
import { bodiesTo, joinSession } from '../support/runway/upstream.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';
import { testKeys } from '../support/store/key-ring.js';

const TOKEN = 'livekit-token-Zq7Zq7Zq7';
const SIGNED_URL = 'wss://api.elevenlabs.example/convai?token=Zq8Zq8Zq8';
/** No secret: shows that the search finds what is there. */
const ROOM = 'room-Zq9Zq9Zq9';

const integrations: SessionInput['integration'][] = [
  { livekit: { url: 'wss://livekit.example.com', token: TOKEN, roomName: ROOM } },
  { elevenlabs: { signedUrl: SIGNED_URL } },
];

describe('the secrets of a live session', () => {
  const log = new RecordedLog();
  let clock: FakeClock;
  let dataDir: string;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
    gateway = await startGateway({ DATA_DIR: dataDir }, { clock, log });
  });

  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('are in no table, in no log line and in no Task.input', async () => {
    const { id } = await makeSession(gateway);
    const stream = openStream(gateway.url, gateway.operatorKey, RealtimeSessionUpdatedDocument, {
      id,
    });
    const events = await whileTimePasses(clock, drain(stream));
    await stream.close();
    const sessionKey = events.at(-1)?.realtimeSessionUpdated.realtimeSession.sessionKey ?? '';
    expect(sessionKey).not.toBe('');
    await gateway.data(RealtimeSessionDocument, { id });
    await joinSession(gateway, id, sessionKey);

    for (const integration of integrations) {
      const input = {
        gwm1Avatars: { ...A_SESSION, ...(integration !== undefined && { integration }) },
      };
      await gateway.data(CreateRealtimeSessionDocument, { input });
      // What Runway does not take is told, logged and forgotten as well.
      const fault = { method: 'POST', path: '/v1/realtime_sessions', times: 1 } as const;
      gateway.emulator.setFault({ ...fault, status: 500, body: { error: 'broken' } });
      await gateway.data(CreateRealtimeSessionDocument, { input });
    }
    await clock.advance(30_000);
    const sent = JSON.stringify(bodiesTo(gateway, '/v1/realtime_sessions'));
    for (const secret of [TOKEN, SIGNED_URL, ROOM]) expect(sent).toContain(secret);

    const { tasks } = await gateway.data(TasksDocument, {});
    const shown = JSON.stringify(tasks);
    await gateway.stop();
    const database = await openDatabase({ dataDir, log: silentLog, keys: testKeys });
    try {
      expect(await sealedColumnsWith(database, ROOM)).toContain('tasks.input');
      expect(await columnsWith(database, ROOM)).toEqual([]);
      for (const secret of [sessionKey, TOKEN, SIGNED_URL]) {
        expect(await sealedColumnsWith(database, secret)).toEqual([]);
        expect(await columnsWith(database, secret)).toEqual([]);
        expect(log.lines.filter((line) => line.includes(secret))).toEqual([]);
        expect(shown).not.toContain(secret);
      }
    } finally {
      await database.close();
    }
    expect(shown).toContain(ROOM);
    expect(log.lines.length).toBeGreaterThan(0);
  });
});

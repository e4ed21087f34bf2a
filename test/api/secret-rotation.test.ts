import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTextToVideoDocument, TaskDocument } from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { httpAnswer, startFaultServer, type FaultServer } from '../support/runway/fault-server.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

const POST = 'POST /v1/text_to_video';

/** What Runway makes of any request, by its line. */
type Answers = (line: string) => string;

const limited: Answers = (line) =>
  line === POST
    ? httpAnswer(429, JSON.stringify({ error: 'Slow.' }), { 'retry-after': '60' })
    : httpAnswer(404, JSON.stringify({ error: 'x' }));

describe('a Runway secret that is replaced', () => {
  let dataDir: string;
  let clock: FakeClock;
  let runway: FaultServer;
  let gateway: TestGateway | undefined;
  let answers: Answers;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'rotation-'));
    clock = new FakeClock();
    runway = await startFaultServer({
      onRequest: (socket, { method, path }) => {
        socket.write(answers(`${method} ${path}`));
      },
    });
  });
  afterEach(async () => {
    await gateway?.stop();
    await runway.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function restart(secrets: string): Promise<TestGateway> {
    await gateway?.stop();
    gateway = await startGateway(
      {
        DATA_DIR: dataDir,
        RUNWAYML_API_SECRET: secrets,
        RUNWAYML_BASE_URL: runway.url,
      },
      { clock },
    );
    return gateway;
  }
  /** The secrets that these requests came with, oldest first. */
  const secretsOf = (line: RegExp): (string | undefined)[] =>
    runway.requests
      .filter(({ method, path }) => line.test(`${method} ${path}`))
      .map(({ headers }) => headers['authorization']?.replace('Bearer ', ''));

  it('sends what is queued with the first secret, and reads older tasks with theirs', async () => {
    const sent = randomUUID();
    answers = () => httpAnswer(200, JSON.stringify({ id: sent }));
    const before = await restart('key_old');
    await before.data(CreateTextToVideoDocument, { input: aVideo() });
    answers = limited;
    const bought = await before.data(CreateTextToVideoDocument, { input: aVideo() });
    const id = bought.createTextToVideo.task.id;
    expect(bought.createTextToVideo.task.status).toBe('QUEUED');

    const after = await restart('key_new,key_old');
    const made = randomUUID();
    answers = (line) =>
      line === POST ? httpAnswer(200, JSON.stringify({ id: made })) : limited(line);
    await clock.until(
      async () => (await after.data(TaskDocument, { id })).task.status === 'PENDING',
      { stepMs: 1_000, steps: 120 },
    );
    await clock.until(() => secretsOf(new RegExp(made)).length > 0);
    expect(secretsOf(/^POST/)).toEqual(['key_old', 'key_old', 'key_new']);
    expect(new Set(secretsOf(new RegExp(sent)))).toEqual(new Set(['key_old']));
    expect(new Set(secretsOf(new RegExp(made)))).toEqual(new Set(['key_new']));
  });
});

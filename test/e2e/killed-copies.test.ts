import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  type CreateTextToVideoMutation,
  type TaskQuery,
} from '../../client/src/generated/graphql.js';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import type { CopyPoint } from '../../src/ports/archive/copy-points.js';
import { answered, type AnsweredData } from '../support/client/answered.js';
import { aVideo } from '../support/client/inputs.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { eventually } from '../support/time/eventually.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const BYTES = 8_000_000;

/** 60 s, for a busy machine. */
const PATIENCE_MS = 60_000;

/** 5 s, from one read of a task to the next one. */
const POLL_MS = 5_000;

/** 1 s, from one look for copies to the next one. */
const LOOK_MS = 1_000;

// Guarantee: whatever instant of a copy the process dies at, the output is kept whole afterwards, as one
// file, and no part of it is served as the whole.
describe('a gateway that is killed while it copies an output', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let gateway: GatewayProcess | undefined;
  let aheadMs = 0;

  let kept: readonly string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-copies-'));
    emulator = await startEmulator({
      port: 0,
      settings: { taskSeconds: 0, outputBytes: BYTES },
    });
  });

  afterAll(async () => {
    await gateway?.kill();
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** The one that runs. It is the one that has gone on with the work of the one that died before. */
  async function running(): Promise<GatewayProcess> {
    const environment = {
      DATA_DIR: dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
      AHEAD_MS: String(aheadMs),
    };
    const main = builtGateway('test/support/gateway/freezing-main.ts');
    gateway ??= await GatewayProcess.start(environment, main);
    return gateway;
  }

  async function ask<Data>(query: string, variables: object): Promise<AnsweredData<Data>> {
    const response = await fetch(`${gateway?.url ?? ''}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query, variables }),
    });
    return answered((await response.json()) as { data?: Data; errors?: [] });
  }

  const outputOf = async (id: string) => {
    const { task } = await ask<TaskQuery>(print(TaskDocument), { id });
    return task.output[0];
  };

  const files = async (): Promise<readonly string[]> => {
    const folder = join(dataDir, 'outputs');
    const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return all.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  const fetches = () => emulator.requests().filter(({ path }) => path.startsWith('/outputs/'));

  const points: readonly [CopyPoint, number, isResumed: boolean][] = [
    ['afterLease', 1, false],
    ['midStream', 100, true],
    ['beforeRename', 1, true],
    ['afterRename', 1, false],
    ['afterKept', 1, false],
  ];

  it.each(points)('F25: at %s, visit %i, loses nothing of it', async (point, visit, isResumed) => {
    const first = await running();
    emulator.clearRequests();
    await first.dieAt({ work: 'copy', point, visit });
    const { createTextToVideo } = await ask<CreateTextToVideoMutation>(
      print(CreateTextToVideoDocument),
      { input: aVideo() },
    );
    const { id } = createTextToVideo.task;
    await eventually(async () => {
      if (!first.hasEnded) await first.leap(POLL_MS);
      expect(first.hasEnded).toBe(true);
    }, PATIENCE_MS);
    expect(await first.ended()).toBeNull();
    aheadMs = gateway?.aheadMs ?? 0;
    gateway = undefined;
    const second = await running();
    await eventually(async () => {
      await second.leap(LOOK_MS);
      expect((await outputOf(id))?.archive?.status).toBe('KEPT');
    }, PATIENCE_MS);
    const output = await outputOf(id);
    const bytes = Buffer.from(await (await fetch(output?.url ?? '')).arrayBuffer());
    expect(output?.archive).toEqual({
      status: 'KEPT',
      bytes: BYTES,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    kept = [...kept, `${id}.0`];
    expect([...(await files())].sort()).toEqual([...kept].sort());
    const ranges = fetches().map(({ headers }) => headers['range']);
    expect(ranges.some((range) => range !== undefined)).toBe(isResumed);
  });
});

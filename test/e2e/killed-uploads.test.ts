import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateImageUpscaleDocument,
  TaskDocument,
  type TaskStatus,
} from '../../client/src/generated/graphql.js';
import type { CrashPoint } from '../../src/ports/crash-points.js';
import { answered, type AnsweredData } from '../support/client/answered.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { eventually } from '../support/time/eventually.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const PAID = '/v1/image_upscale';
const UPLOADED = '/uploads/';

/** Where a process may die between the acceptance of a request and Runway's answer to it. */
const DEATHS: readonly {
  readonly at: CrashPoint;
  readonly status: TaskStatus;
  /** Paid requests that Runway has had in the end. */
  readonly posts: number;
  /** What the next process waits for: that time passes for it at once. */
  readonly waitsMs?: number;
}[] = [
  // Nothing tells the next process of it: it looks when the wait for an input ends.
  { at: 'afterAcceptCommit', status: 'SUCCEEDED', posts: 1, waitsMs: 60_000 },
  { at: 'beforeInputUpload', status: 'SUCCEEDED', posts: 1 },
  { at: 'afterInputUpload', status: 'SUCCEEDED', posts: 1 },
  { at: 'afterInputRecord', status: 'SUCCEEDED', posts: 1 },
  // What is being sent is never sent again by itself.
  { at: 'afterSendingCommit', status: 'UNCONFIRMED', posts: 0 },
];

/** A start, an upload and a read of the task, on a busy machine. */
const STATUS_MS_MAX = 100_000;

/** 5 s, from one read of a task to the next one. */
const POLL_MS = 5_000;

/** Of a task that Runway has, and that is read until it has ended. */
const LIVE: ReadonlySet<TaskStatus> = new Set(['PENDING', 'THROTTLED', 'RUNNING']);

// Guarantee: whatever instant the process dies at, a request that is made from an output is paid once,
// and never sent without an upload that Runway has.
describe('a gateway that is killed while an output becomes an input', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let gateway: GatewayProcess | undefined;
  let aheadMs = 0;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-uploads-'));
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 0 } });
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

  async function untilDead(node: GatewayProcess): Promise<void> {
    expect(await node.ended()).toBeNull();
    aheadMs = gateway?.aheadMs ?? 0;
    gateway = undefined;
  }

  async function ask<Data, Variables>(
    { url }: GatewayProcess,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<AnsweredData<Data>> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: print(document), variables }),
    });
    return answered((await response.json()) as { data?: Data; errors?: [] });
  }

  const upscale = (node: GatewayProcess, imageUri: string, idempotencyKey: string) =>
    ask(node, CreateImageUpscaleDocument, {
      input: { magnificPrecisionUpscalerV2: { imageUri } },
      idempotencyKey,
      waitSeconds: 0,
    });

  const untilStatus = async (node: GatewayProcess, idempotencyKey: string, status: TaskStatus) => {
    let id = '';
    await eventually(async () => {
      const { task } = await ask(node, TaskDocument, { idempotencyKey });
      id = task.id;
      if (LIVE.has(task.status)) await node.leap(POLL_MS);
      expect(task.status).toBe(status);
    }, STATUS_MS_MAX);
    return id;
  };

  /** An output that nothing was made from. */
  async function anOutput(node: GatewayProcess, key: string): Promise<string> {
    await upscale(node, 'https://assets.example.com/scan.jpg', key);
    const id = await untilStatus(node, key, 'SUCCEEDED');
    emulator.clearRequests();
    return `gateway://outputs/${id}.0`;
  }

  /** Of paid requests, all of which Runway has accepted: it refuses an upload that it has not. */
  function expectPaid(posts: number): void {
    const paid = emulator.requests().filter(({ path }) => path === PAID);
    expect(paid.map(({ status, body }) => [status, body])).toEqual(
      Array(posts).fill([
        200,
        {
          model: 'magnific_precision_upscaler_v2',
          imageUri: expect.stringMatching(/^runway:/) as string,
        },
      ]),
    );
  }

  const uploads = () => emulator.requests().filter(({ path }) => path.startsWith(UPLOADED)).length;

  it.each(DEATHS)(
    'pays once when it dies $at: $status',
    async ({ at, status, posts, waitsMs }) => {
      const first = await running();
      const output = await anOutput(first, `source of ${at}`);
      await first.dieAt({ work: 'submission', point: at, visit: 1 });
      // It may die before it has answered.
      await upscale(first, output, at).catch(() => undefined);
      await untilDead(first);

      const second = await running();
      if (waitsMs !== undefined) await second.leap(waitsMs);
      await untilStatus(second, at, status);
      expectPaid(posts);
      expect(uploads()).toBeLessThanOrEqual(2);
      expect(uploads()).toBeGreaterThanOrEqual(1);
    },
    240_000,
  );

  it('pays once when it dies in the middle of the upload', async () => {
    const first = await running();
    const output = await anOutput(first, 'source of half');
    emulator.setFault({ path: `${UPLOADED}*`, hang: true, times: 1 });
    await upscale(first, output, 'half');
    await eventually(() => {
      expect(uploads()).toBe(1);
    });
    await first.kill();
    await untilDead(first);
    expectPaid(0);

    const second = await running();
    await untilStatus(second, 'half', 'SUCCEEDED');
    expectPaid(1);
    expect(uploads()).toBe(2);
  }, 240_000);
});

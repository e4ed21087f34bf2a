import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  CreateWebhookDocument,
  WebhookDeliveriesDocument,
} from '../../client/src/generated/graphql.js';
import { DELIVERY_CRASH_POINTS } from '../../src/ports/webhooks/delivery-crash-points.js';
import { answered, type AnsweredData } from '../support/client/answered.js';
import { aVideo } from '../support/client/inputs.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { eventually } from '../support/time/eventually.js';
import { Receiver, verified } from '../support/webhooks/receiver.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const TASKS = 3;

/** All but what a task passes through too quickly to be read. */
const TOLD = [
  ...(['TASK_QUEUED', 'TASK_PENDING', 'TASK_RUNNING'] as const),
  ...(['TASK_SUCCEEDED', 'TASK_UNCONFIRMED'] as const),
];

/** What happens on another process, on a busy machine. */
const PATIENCE_MS = 90_000;

/** 1 s, from one look for deliveries to the next one. */
const LOOK_MS = 1_000;

/** 5 s, from one read of a task to the next one. */
const POLL_MS = 5_000;

/** `beforeLease` is reached by every round, also by those that find nothing. */
const DEATHS = DELIVERY_CRASH_POINTS.map(
  (point) => [point, point === 'beforeLease' ? 6 : 2] as const,
);

// Guarantee: whatever instant the process dies at, every event of every task is delivered at least once,
// under one id, and in the order of its task.
describe('a gateway that is killed while it delivers', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let receiver: Receiver;
  let gateway: GatewayProcess | undefined;
  let aheadMs = 0;
  let secret: string;
  let taskCount = 0;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-deliveries-'));
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 0 } });
    receiver = await Receiver.start();
    const input = { url: receiver.url, events: [...TOLD] };
    ({ secret } = (await ask(await running(), CreateWebhookDocument, { input })).createWebhook);
  }, 240_000);
  afterAll(async () => {
    await gateway?.kill();
    await receiver.stop();
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
      WEBHOOK_LOOPBACK: 'true',
      WEBHOOK_TIMEOUT_SECONDS: '1',
    };
    const main = builtGateway('test/support/gateway/freezing-main.ts');
    gateway ??= await GatewayProcess.start(environment, main);
    return gateway;
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

  /** What is to be told of each task, by its id: what the graph says of its life. */
  async function livesOf({ url }: GatewayProcess): Promise<Readonly<Record<string, string[]>>> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: '{ tasks(first: 100) { nodes { id history { status } } } }' }),
    });
    const { data } = (await response.json()) as {
      data: { tasks: { nodes: { id: string; history: { status: string }[] }[] } };
    };
    return Object.fromEntries(
      data.tasks.nodes.map(({ id, history }) => [
        id,
        history.map(({ status }) => `task.${status.toLowerCase()}`),
      ]),
    );
  }

  /** When each task has ended, or waits for a person, and nothing of it waits to be delivered. */
  const isDone = async (node: GatewayProcess): Promise<void> => {
    const lives = Object.values(await livesOf(node));
    const ended = lives.filter((life) => /succeeded|unconfirmed/.test(life.at(-1) ?? ''));
    if (ended.length < taskCount) await node.leap(POLL_MS);
    expect(ended).toHaveLength(taskCount);
    expect(lives).toHaveLength(taskCount);
    const { webhookDeliveries } = await ask(node, WebhookDeliveriesDocument, { first: 100 });
    const { nodes } = webhookDeliveries;
    expect(nodes).toHaveLength(lives.flat().length);
    expect(nodes.filter(({ status }) => status !== 'DELIVERED')).toEqual([]);
  };

  it.each(DEATHS)(
    'D1: tells every event, in the order of its task, when it dies %s, visit %i',
    async (point, visit) => {
      const keys = Array.from({ length: TASKS }, (_, at) => `${point} ${String(at)}`);
      const buy = async (node: GatewayProcess, idempotencyKey: string) =>
        await ask(node, CreateTextToVideoDocument, { input: aVideo(), idempotencyKey });

      const first = await running();
      await first.dieAt({ work: 'delivery', point, visit });
      // It may die before it has answered: the key finds what was accepted.
      for (const key of keys) await buy(first, key).catch(() => undefined);
      await eventually(async () => {
        if (!first.hasEnded) await first.leap(LOOK_MS);
        expect(first.hasEnded).toBe(true);
      }, PATIENCE_MS);
      expect(await first.ended()).toBeNull();
      aheadMs = gateway?.aheadMs ?? 0;
      gateway = undefined;

      const second = await running();
      for (const key of keys) await buy(second, key);
      taskCount += TASKS;
      await eventually(() => isDone(second), PATIENCE_MS);
      for (const received of receiver.received) verified(secret, received);
      const told: Record<string, string[]> = {};
      const ids = new Map<string, string>();
      for (const { id, type, task } of receiver.payloads()) {
        const of = (told[String(task?.['id'])] ??= []);
        // What comes again has the same id.
        if (of.includes(type)) expect(ids.get(`${String(task?.['id'])} ${type}`)).toBe(id);
        else of.push(type);
        ids.set(`${String(task?.['id'])} ${type}`, id);
      }
      expect(told).toEqual(await livesOf(second));
    },
    300_000,
  );
});

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  ResolveTaskDocument,
  ResubmitTaskDocument,
  TaskDocument,
  type TaskFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { describeServer, openTestDatabase } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { aVideo } from '../support/client/inputs.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { answered, type AnsweredData } from '../support/client/answered.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const PATH = '/v1/text_to_video';

/** A lease of 35 s, a sweep each 10 s, and a machine that has others to serve too. */
const LEASE_PATIENCE_MS = 90_000;

/** Gateways of one database and one Runway; the first of them freezes. */
class Stage {
  readonly #running: GatewayProcess[] = [];

  private constructor(
    readonly emulator: Emulator,
    private readonly databaseUrl: string,
  ) {}

  static async with(work: (stage: Stage) => Promise<void>): Promise<void> {
    const store = await openTestDatabase('postgres');
    const emulator = await startEmulator({
      port: 0,
      settings: { taskSeconds: 1, concurrency: null },
    });
    const stage = new Stage(emulator, store.url ?? '');
    try {
      await work(stage);
      await expectLedgerHolds(store.database);
    } finally {
      await Promise.all(stage.#running.map((node) => node.kill()));
      await emulator.close();
      await store.close();
    }
  }

  async start(main: readonly string[], freezeAt?: string): Promise<GatewayProcess> {
    const environment = {
      DATABASE_URL: this.databaseUrl,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: this.emulator.url,
      RUNWAY_TIMEOUT_MS: '5000',
      BOOTSTRAP_API_KEY: KEY,
      LOG_LEVEL: 'warn',
      ...(freezeAt !== undefined && { FREEZE_AT: freezeAt }),
    };
    const node = await GatewayProcess.start(environment, main);
    this.#running.push(node);
    return node;
  }

  postsOf(key: string): number {
    return this.emulator
      .requests()
      .filter(({ path, body }) => path === PATH && JSON.stringify(body).includes(`"${key}"`))
      .length;
  }
}

async function ask<Data, Variables>(
  node: GatewayProcess,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<AnsweredData<Data>> {
  const response = await fetch(`${node.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return answered((await response.json()) as { data?: Data; errors?: [] });
}

const buy = (node: GatewayProcess, idempotencyKey: string) =>
  ask(node, CreateTextToVideoDocument, { input: aVideo(idempotencyKey), idempotencyKey });

const find = async (node: GatewayProcess, idempotencyKey: string): Promise<TaskFieldsFragment> =>
  (await ask(node, TaskDocument, { idempotencyKey })).task;

const untilStatus = (node: GatewayProcess, key: string, status: string): Promise<void> =>
  eventually(async () => {
    expect((await find(node, key)).status).toBe(status);
  }, LEASE_PATIENCE_MS);

// Guarantee: a process that is stopped by its machine and goes on past its leases pays nothing
// twice, loses no task and writes nothing that is not so.
// Both at once, each with a database of its own: most of the time they wait for a lease to end.
describeServer('a gateway that freezes while it sends', () => {
  const builtGateway = useBuiltGateway();

  it.concurrent(
    'D2: before its POST sends nothing when it wakes, though its request was bought again',
    () =>
      Stage.with(async (stage) => {
        const freezing = builtGateway('test/support/gateway/freezing-main.ts');
        const frozen = await stage.start(freezing, 'afterSendingCommit');
        const other = await stage.start(builtGateway());
        const late = buy(frozen, 'first');
        await untilStatus(other, 'first', 'UNCONFIRMED');
        const { id } = await find(other, 'first');
        expect(stage.postsOf('first')).toBe(0);

        // An operator has looked, and its owner buys it again.
        await ask(other, ResolveTaskDocument, { id, input: { notSubmitted: true } });
        const { resubmitTask } = await ask(other, ResubmitTaskDocument, { id });
        expect(resubmitTask.replayed).toBe(false);
        expect(stage.postsOf('first')).toBe(1);

        frozen.thaw();
        expect((await late).createTextToVideo.task).toMatchObject({ id, status: 'FAILED' });
        // It is a node like any other again.
        await buy(frozen, 'next');
        expect([stage.postsOf('first'), stage.postsOf('next')]).toEqual([1, 1]);
        expect((await find(other, 'first')).status).toBe('FAILED');
      }),
    240_000,
  );

  it.concurrent(
    'D2: during its POST leaves an UNCONFIRMED task, and writes only what Runway said',
    () =>
      Stage.with(async (stage) => {
        const frozen = await stage.start(builtGateway());
        const other = await stage.start(builtGateway());
        stage.emulator.setFault({ path: PATH, times: 1, hang: true });
        const late = buy(frozen, 'first');
        await eventually(() => {
          expect(stage.postsOf('first')).toBe(1);
        });
        frozen.freeze();
        await untilStatus(other, 'first', 'UNCONFIRMED');
        const before = await find(other, 'first');

        frozen.thaw();
        expect((await late).createTextToVideo.task).toEqual(before);
        await buy(frozen, 'next');
        expect(await find(other, 'first')).toEqual(before);
        expect(stage.postsOf('first')).toBe(1);
      }),
    240_000,
  );
});

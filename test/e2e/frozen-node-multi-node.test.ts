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
import { describePostgres } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { aVideo } from '../support/client/inputs.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { answered, type AnsweredData } from '../support/client/answered.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const PATH = '/v1/text_to_video';

/** A lease of 35 s, a sweep each 10 s, and a machine that has others to serve too. */
const LEASE_PATIENCE_MS = 90_000;

// Guarantee: a process that is stopped by its machine and goes on past its leases pays nothing
// twice, loses no task and writes nothing that is not so.
describePostgres('a gateway that freezes while it sends', (get) => {
  const builtGateway = useBuiltGateway('test/support');
  let emulator: Emulator;
  const running: GatewayProcess[] = [];

  const environment = (): Record<string, string> => ({
    DATABASE_URL: get().url ?? '',
    RUNWAYML_API_SECRET: 'key_test',
    RUNWAYML_BASE_URL: emulator.url,
    RUNWAY_TIMEOUT_MS: '5000',
    BOOTSTRAP_API_KEY: KEY,
    LOG_LEVEL: 'warn',
  });

  async function start(freezeAt?: string): Promise<GatewayProcess> {
    const node =
      freezeAt === undefined
        ? await GatewayProcess.start(environment(), builtGateway())
        : await GatewayProcess.start(
            { ...environment(), FREEZE_AT: freezeAt },
            builtGateway('test/support/gateway/freezing-main.ts'),
          );
    running.push(node);
    return node;
  }

  /** Within the test, because the suite empties the database before its own hooks are done. */
  async function withEmulator(work: () => Promise<void>): Promise<void> {
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 1, concurrency: null } });
    try {
      await work();
      await expectLedgerHolds(get().database);
    } finally {
      await Promise.all(running.splice(0).map((node) => node.kill()));
      await emulator.close();
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

  const postsOf = (key: string): number =>
    emulator
      .requests()
      .filter(({ path, body }) => path === PATH && JSON.stringify(body).includes(`"${key}"`))
      .length;

  it('D2: before its POST sends nothing when it wakes, though its request was bought again', async () => {
    await withEmulator(async () => {
      const frozen = await start('afterSendingCommit');
      const other = await start();
      const late = buy(frozen, 'first');
      await untilStatus(other, 'first', 'UNCONFIRMED');
      const { id } = await find(other, 'first');
      expect(postsOf('first')).toBe(0);

      // An operator has looked, and its owner buys it again.
      await ask(other, ResolveTaskDocument, { id, input: { notSubmitted: true } });
      const { resubmitTask } = await ask(other, ResubmitTaskDocument, { id });
      expect(resubmitTask.replayed).toBe(false);
      expect(postsOf('first')).toBe(1);

      frozen.thaw();
      expect((await late).createTextToVideo.task).toMatchObject({ id, status: 'FAILED' });
      // It is a node like any other again.
      await buy(frozen, 'next');
      expect([postsOf('first'), postsOf('next')]).toEqual([1, 1]);
      expect((await find(other, 'first')).status).toBe('FAILED');
    });
  }, 240_000);

  it('D2: during its POST leaves an UNCONFIRMED task, and writes only what Runway said', async () => {
    await withEmulator(async () => {
      const frozen = await start();
      const other = await start();
      emulator.setFault({ path: PATH, times: 1, hang: true });
      const late = buy(frozen, 'first');
      await eventually(() => {
        expect(postsOf('first')).toBe(1);
      });
      frozen.freeze();
      await untilStatus(other, 'first', 'UNCONFIRMED');
      const before = await find(other, 'first');

      frozen.thaw();
      expect((await late).createTextToVideo.task).toEqual(before);
      await buy(frozen, 'next');
      expect(await find(other, 'first')).toEqual(before);
      expect(postsOf('first')).toBe(1);
    });
  }, 240_000);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { eventually } from '../support/time/eventually.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import {
  ALL_GONE,
  ALL_THERE,
  askAs,
  joinSession,
  lookAtThings,
  makeThings,
  type AskRaw,
  type TenantThings,
} from '../support/gateway/tenant-things.js';

const OPERATOR_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

/** The removal makes about a dozen deletions; it is killed when so many have reached Runway. */
const KILLED_AFTER = [1, 4, 7];

/** Long enough to be killed between Runway's deed and its answer. */
const ANSWER_DELAY_MS = 150;

const SCOPES = `[GENERATE_VIDEO, GENERATE_REALTIME, TASK_READ, AVATAR_READ, AVATAR_WRITE,
  DOCUMENT_WRITE, ROUTER_WRITE, VOICE_WRITE]`;

// Guarantee: whatever instants the process dies at, a tenant that is being deleted is deleted to
// the last thing, at Runway and here, and nothing of another is touched.
describe('the removal of a tenant', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let gateway: GatewayProcess | undefined;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-removal-'));
    emulator = await startEmulator({
      port: 0,
      settings: {
        taskSeconds: 86_400,
        concurrency: null,
        processingSeconds: 0,
        provisioningSeconds: 0,
      },
    });
    await start();
  }, 60_000);
  afterEach(async () => {
    await gateway?.kill();
    gateway = undefined;
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    const environment = {
      DATA_DIR: dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: OPERATOR_KEY,
      LOG_LEVEL: 'warn',
    };
    gateway = await GatewayProcess.start(environment, builtGateway());
  }

  const url = (): string => gateway?.url ?? '';

  const asOperator: AskRaw = (query, variables) => askAs(url(), OPERATOR_KEY)(query, variables);

  async function tenantWithThings(id: string): Promise<TenantThings> {
    await asOperator(
      `mutation { createTenant(input: { id: "${id}", name: "${id}" }) { tenant { id } } }`,
    );
    const { createApiKey } = await asOperator(
      `mutation { createApiKey(input: { tenant: "${id}", scopes: ${SCOPES} }) { credential } }`,
    );
    const ask = askAs(url(), String(createApiKey?.['credential']));
    const things = await makeThings(ask, id, (look) =>
      eventually(async () => {
        expect(await look()).toBe(true);
      }),
    );
    await joinSession(ask, emulator, things.sessionId);
    return things;
  }

  const deletions = (): number =>
    emulator.requests().filter(({ method }) => method === 'DELETE').length;
  const isThere = async (id: string): Promise<boolean> => {
    const { tenants } = (await asOperator('{ tenants { nodes { id } } }')) as unknown as {
      readonly tenants: { readonly nodes: readonly { readonly id: string }[] };
    };
    return tenants.nodes.some((tenant) => tenant.id === id);
  };

  it('M19: goes on after each of several kills, to the end', async () => {
    const anns = await tenantWithThings('ann');
    const bobs = await tenantWithThings('bob');
    emulator.setFault({ method: 'DELETE', path: '*', delayMs: ANSWER_DELAY_MS });
    await asOperator('mutation { deleteTenant(id: "ann") { id } }');
    for (const count of KILLED_AFTER) {
      await eventually(() => {
        expect(deletions()).toBeGreaterThanOrEqual(count);
      });
      await gateway?.kill();
      await start();
      expect(await isThere('ann')).toBe(true);
    }
    await eventually(async () => {
      expect(await isThere('ann')).toBe(false);
    });
    expect(await lookAtThings(emulator, anns)).toMatchObject(ALL_GONE);
    expect(await lookAtThings(emulator, bobs)).toMatchObject(ALL_THERE);
  }, 180_000);
});

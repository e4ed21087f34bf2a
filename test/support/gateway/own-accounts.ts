import type { Machine } from '../../../src/app/machine.js';
import type { Environment } from '../../../src/config/config.js';
import { startEmulator, type Emulator } from '../../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  SetRunwayCredentialDocument,
  TaskDocument,
  TenantsDocument,
} from '../../../client/src/generated/graphql.js';
import { FakeClock } from '../time/fake-clock.js';
import { TENANT_SCOPES } from './gateway-stage.js';
import { guardRunway, type GuardedRunway } from '../runway/guarded-runway.js';
import { aVideo } from '../client/inputs.js';
import { RecordedLog } from './recorded-log.js';
import { startGateway, type TestGateway } from './start-gateway.js';

/** Secrets of three organisations; Ann's has two. */
export const SECRETS = {
  operator: 'key_canary_operator_51c0',
  operatorNew: 'key_canary_operator_new_77ab',
  ann: 'key_canary_ann_09fe',
  annNew: 'key_canary_ann_new_3d42',
  bob: 'key_canary_bob_b81d',
} as const;

export const POST = 'POST /v1/text_to_video';

/** A gateway whose tenants may bring accounts of their own, before a Runway that knows its secrets. */
export class OwnAccountsStage {
  readonly clock: FakeClock;
  readonly log = new RecordedLog();
  readonly emulator: Emulator;
  readonly runway: GuardedRunway;
  readonly gateways: TestGateway[] = [];
  ann = '';
  bob = '';

  private constructor(clock: FakeClock, emulator: Emulator, runway: GuardedRunway) {
    this.clock = clock;
    this.emulator = emulator;
    this.runway = runway;
  }

  static async start(
    environment: Environment = {},
    machine: Machine = {},
  ): Promise<OwnAccountsStage> {
    const clock = new FakeClock();
    const emulator = await startEmulator({
      port: 0,
      clock,
      settings: {
        concurrency: null,
        organizations: [
          { secrets: [SECRETS.ann, SECRETS.annNew], credits: 777 },
          { secrets: [SECRETS.bob], credits: 333 },
        ],
      },
    });
    const runway = await guardRunway(emulator, Object.values(SECRETS));
    const stage = new OwnAccountsStage(clock, emulator, runway);
    const gateway = await stage.startNode(environment, machine);
    if (environment['TENANCY'] === 'single') return stage;
    stage.ann = await gateway.keyOf('ann', TENANT_SCOPES);
    stage.bob = await gateway.keyOf('bob', TENANT_SCOPES);
    return stage;
  }

  async startNode(environment: Environment = {}, machine: Machine = {}): Promise<TestGateway> {
    const gateway = await startGateway(
      {
        RUNWAYML_API_SECRET: SECRETS.operator,
        RUNWAYML_BASE_URL: this.runway.url,
        ...environment,
      },
      { clock: this.clock, log: this.log, ...machine },
    );
    this.gateways.push(gateway);
    return gateway;
  }

  get gateway(): TestGateway {
    const [first] = this.gateways;
    if (first === undefined) throw new Error('No gateway is running');
    return first;
  }

  async bring(key: string, secret: string, sameOrganization?: boolean): Promise<string> {
    const { setRunwayCredential } = await this.gateway.data(
      SetRunwayCredentialDocument,
      { input: { secret, ...(sameOrganization !== undefined && { sameOrganization }) } },
      key,
    );
    return setRunwayCredential.account.credential?.fingerprint ?? '';
  }

  async buy(key: string, gateway = this.gateway): Promise<string> {
    const { createTextToVideo } = await gateway.data(
      CreateTextToVideoDocument,
      { input: aVideo() },
      key,
    );
    return createTextToVideo.task.id;
  }

  async statusOf(id: string, key: string): Promise<string> {
    return (await this.gateway.data(TaskDocument, { id }, key)).task.status;
  }

  async hasStatus(id: string, key: string, status: string): Promise<void> {
    await this.clock.until(async () => (await this.statusOf(id, key)) === status, {
      stepMs: 5_000,
      steps: 60,
      strides: true,
    });
  }

  /**
   * Each node has looked whether accounts have changed, which it does every 2 s. It answers a request of
   * the store after each look, so that the look has ended, however busy the machine is.
   */
  async untilLearned(): Promise<void> {
    for (let step = 0; step < 10; step += 1) {
      await this.clock.advance(500);
      for (const gateway of this.gateways) await gateway.data(TenantsDocument, {});
    }
  }

  /** Secrets that came with these requests, oldest first. */
  secretsOf(line: string): string[] {
    return this.runway.calls.filter((call) => call.line === line).map(({ secret }) => secret);
  }

  /** Every secret that came since so many calls. */
  secretsSince(count: number): Set<string> {
    return new Set(this.runway.calls.slice(count).map(({ secret }) => secret));
  }

  async stop(): Promise<void> {
    for (const gateway of this.gateways) await gateway.stop();
    await this.runway.close();
    await this.emulator.close();
  }
}

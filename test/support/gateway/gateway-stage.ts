import type { Machine } from '../../../src/app/machine.js';
import type { Environment } from '../../../src/config/config.js';
import { SCOPES, type Scope } from '../../../src/domain/tenant/scope.js';
import type { Scope as ScopeName } from '../../../client/src/generated/graphql.js';
import { FakeClock } from '../time/fake-clock.js';
import { startGateway, type TestGateway } from './start-gateway.js';

/** A gateway for all tests of a file, by a clock that stands still. */
export interface GatewayStage {
  readonly gateway: TestGateway;
  readonly clock: FakeClock;
  /** Keys of two tenants that know nothing of each other; they may do all but an operator's work. */
  readonly ann: string;
  readonly bob: string;
}

/** Everything but what operators may do. */
export const TENANT_SCOPES: ScopeName[] = SCOPES.filter((scope) => scope !== 'operator').map(
  scopeName,
);

/** Registers start and stop for the tests of a file. Every model has all the places it wants. */
export function useGateway(environment: Environment = {}, machine: Machine = {}): GatewayStage {
  const clock = new FakeClock();
  const started: { gateway?: TestGateway; ann?: string; bob?: string } = {};

  beforeAll(async () => {
    const gateway = await startGateway(environment, { clock, ...machine });
    started.gateway = gateway;
    gateway.emulator.settings.concurrency = null;
    if (environment['TENANCY'] === 'single') return;
    started.ann = await gateway.keyOf('ann', TENANT_SCOPES);
    started.bob = await gateway.keyOf('bob', TENANT_SCOPES);
  }, 60_000);
  beforeEach(() => {
    started.gateway?.emulator.clearRequests();
    started.gateway?.emulator.clearFaults();
  });
  afterAll(async () => {
    await started.gateway?.stop();
  });

  return {
    clock,
    get gateway() {
      return present(started.gateway);
    },
    get ann() {
      return present(started.ann);
    },
    get bob() {
      return present(started.bob);
    },
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is there only inside a test');
  return value;
}

function scopeName(scope: Scope): ScopeName {
  return scope.replaceAll(':', '_').toUpperCase() as ScopeName;
}

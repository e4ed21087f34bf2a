import { ELSEWHERE, SEEDED } from '../../../src/emulator/resources/seeded.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { A_WHILE_MS, Maker, READS_MS } from './holdings.js';
import { Stage, type Tenant } from './stage.js';
import type { Things } from './things.js';

/** A tenant and what it has: things to be kept, and as many that its own calls may use up. */
export interface Holder {
  readonly tenant: Tenant;
  readonly things: Things;
  readonly spares: Things;
}

/** Two tenants that have everything and one that has nothing, at a time that stands still. */
export interface World {
  readonly stage: Stage;
  readonly clock: FakeClock;
  readonly maker: Maker;
  readonly a: Holder;
  readonly b: Holder;
  readonly empty: Holder;
}

/**
 * Their things are made in turn, so that lists of all would mix them. `everything`: A has called every
 * field that makes something, with every input of the matrix.
 */
export async function startWorld({ everything = false } = {}): Promise<World> {
  const clock = new FakeClock();
  const stage = await Stage.start(clock);
  const maker = new Maker(stage, clock);
  const [a, b, c] = [
    await stage.addTenant('ada'),
    await stage.addTenant('bob'),
    await stage.addTenant('cyd'),
  ];
  const [workflowOfA, workflowOfB] = [SEEDED.workflowId, ELSEWHERE.workflowId];
  await maker.grantWorkflow(a, workflowOfA);
  await maker.grantWorkflow(b, workflowOfB);
  const firstOfA = { ...(await maker.makeAll(a)), workflow: workflowOfA };
  const firstOfB = { ...(await maker.makeAll(b)), workflow: workflowOfB };
  const secondOfA = { ...(await maker.makeAll(a)), workflow: workflowOfA };
  const secondOfB = { ...(await maker.makeAll(b)), workflow: workflowOfB };
  if (everything) await maker.makeWithEverything(a, firstOfA);
  // So that the events of A go further than those of B.
  await maker.make(a, 'createDocument', firstOfA);
  await clock.stride(A_WHILE_MS, READS_MS);
  const holder = async (tenant: Tenant, first: Things, second: Things): Promise<Holder> => {
    const things = { ...first, ...(await maker.makeLive(tenant, first)) };
    const spares = { ...second, ...(await maker.makeLive(tenant, second)) };
    return { tenant, things: { ...things, ...(await maker.cursorsOf(tenant, things)) }, spares };
  };
  return {
    stage,
    clock,
    maker,
    a: await holder(a, firstOfA, secondOfA),
    b: await holder(b, firstOfB, secondOfB),
    empty: { tenant: c, things: { tenant: c.id, apiKey: c.keyId }, spares: {} },
  };
}

/** A world for the tests of a file, which must be whole after each: see `Stage.check`. */
export function useWorld(options: { readonly everything?: boolean } = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await startWorld(options);
    world.stage.check();
    world.stage.gateway.emulator.clearRequests();
  }, WORLD_TIMEOUT_MS);
  afterEach(() => {
    try {
      world?.stage.check();
    } finally {
      world?.stage.gateway.emulator.clearRequests();
    }
  });
  afterAll(() => world?.stage.stop());
  return () => {
    if (world === undefined) throw new Error('The world is there only inside a test');
    return world;
  };
}

/** Some hundred requests; machines are slow when they have much to do. */
const WORLD_TIMEOUT_MS = 180_000;

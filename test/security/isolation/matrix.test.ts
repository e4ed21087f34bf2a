// Guarantee: at every root field, by every argument that can name a tenant's thing, the thing of
// another tenant is answered like one that does not exist, byte for byte, and Runway is not asked.
// A tenant gets at its own things by the same arguments.
import { operations, type OperationName } from '../../../src/operations/operations.js';
import { anyCost } from '../../support/client/counted.js';
import { attemptsAt, type Attempt } from './attempts.js';
import { sample } from '../../support/load/sample.js';
import { callAs } from './calls.js';
import type { RootField } from './graph-slots.js';
import { CALLS_A_SAMPLE } from './holdings.js';
import { matrix, placeOf, type Place } from './matrix.js';
import { ownCalls } from './own-calls.js';
import { firstEvents, waysTo } from './ways.js';
import { useWorld, type Holder } from './world.js';

const FIELDS = Object.keys(matrix) as OperationName[];
const OF_TENANTS = FIELDS.filter((name) => operations[name].scope !== 'operator');
const OF_OPERATORS = FIELDS.filter((name) => operations[name].scope === 'operator');

/** A field with more slots is tried at some of them. */
const ATTEMPTS_A_SAMPLE = 6;

const world = useWorld({ everything: true });

describe.each(OF_TENANTS)('another tenant’s things at %s', (name) => {
  it('M2, Z2, Z3, W3, M4: are as if they were not there, on every transport, and Runway is not asked', async () => {
    const { stage, a, b, empty } = world();
    const field = stage.field(name);
    for (const [who, by] of Object.entries({ b, empty })) {
      const attempts = attemptsAt(field, placeOf(name) ?? {}, by.things, a.things);
      for (const attempt of tried(attempts, `${name} ${who}`))
        await expectNothing(field, by, attempt, codesOf(field, attempt));
    }
  });
});

it('M2: who was tried to be robbed has everything that it had', async () => {
  const { stage, a } = world();
  for (const name of OF_TENANTS) {
    const field = stage.field(name);
    if (field.root !== 'Query') continue;
    for (const call of ownCalls(field, placeOf(name) ?? {}, a)) {
      expect(await stage.data(a.tenant, name, call)).not.toBeNull();
    }
  }
});

describe.each(OF_OPERATORS)('a tenant at %s', (name) => {
  it('M8, Z4: is refused whatever it names, and Runway is not asked', async () => {
    const { stage, a, b } = world();
    const field = stage.field(name);
    const place: Place = placeOf(name) ?? {};
    for (const [by, from] of [[a, b] as const, [b, a] as const]) {
      const call = callAs(field, place, place.calls?.[0] ?? {}, by.things) ?? {};
      const bare: Attempt = {
        slot: { path: 'nothing', type: 'id' },
        lacks: false,
        missing: call,
        others: [call],
      };
      for (const attempt of [
        bare,
        ...tried(attemptsAt(field, place, by.things, from.things), name),
      ]) {
        await expectNothing(field, by, attempt, ['FORBIDDEN']);
      }
    }
  });
});

describe.each(OF_TENANTS)('a tenant’s own things at %s', (name) => {
  it('are within its reach', async () => {
    const { stage, maker, b } = world();
    const place: Place = placeOf(name) ?? {};
    const field = stage.field(name);
    if (place.names?.['idempotencyKey'] === 'ownKey' && place.calls !== undefined) {
      // The other calls name nodes of the workflow that the other tenant has.
      const count = name === 'runWorkflow' ? 1 : place.calls.length;
      for (const which of sample([...place.calls.keys()].slice(0, count), CALLS_A_SAMPLE, name)) {
        await maker.make(b.tenant, name, b.things, which);
      }
      return;
    }
    for (const call of ownCalls(field, place, b)) {
      if (field.root === 'Subscription') {
        for (const event of await firstEvents(b.tenant, field, call)) {
          expect(event).toEqual({
            data: { [name]: expect.anything() },
            extensions: anyCost(),
          });
        }
      } else {
        expect(await stage.data(b.tenant, name, call)).not.toBeNull();
      }
    }
  });
});

/** All of few attempts, and a sample of many. */
function tried(attempts: readonly Attempt[], place: string): readonly Attempt[] {
  return sample(attempts, Math.ceil(attempts.length / ATTEMPTS_A_SAMPLE), place);
}

async function expectNothing(
  field: RootField,
  { tenant }: Holder,
  attempt: Attempt,
  codes: readonly string[] | undefined,
): Promise<void> {
  const { gateway, canaries } = world().stage;
  const { emulator } = gateway;
  const { slot } = attempt;
  for (const [wayName, way] of Object.entries(waysTo(field))) {
    emulator.clearRequests();
    const missing = await way(tenant, field, attempt.missing);
    if (codes !== undefined) expect({ slot, codes: missing.codes }).toEqual({ slot, codes });
    for (const call of attempt.others) {
      const seen = await way(tenant, field, call);
      expect({ wayName, call, ...seen }).toEqual({ wayName, call, ...missing });
    }
    const upstream = emulator.requests().map(({ method, path }) => `${method} ${path}`);
    if (codes === undefined || slot.type === 'cursor') {
      const foreign = canaries
        .findIn(upstream.join('\n'))
        .filter((one) => one.tenant !== tenant.id);
      expect({ slot, foreign }).toEqual({ slot, foreign: [] });
      if (codes === undefined || codes.length === 0) continue;
    }
    expect({ slot, upstream }).toEqual({ slot, upstream: [] });
  }
}

/** The codes for a thing that does not exist; undefined where the caller's own things decide them. */
function codesOf(field: RootField, { slot, lacks }: Attempt): readonly string[] | undefined {
  if (lacks && slot.type !== 'cursor') return ['NOT_FOUND'];
  const isList = String(field.field.type).endsWith('Connection');
  switch (slot.type) {
    case 'cursor':
      // A place between other things is one between one's own: it shows those. But Runway's are
      // good for one thing's list, and events are numbered for each tenant.
      if (field.name === 'routerRequests') return ['BAD_USER_INPUT'];
      return isList ? [] : undefined;
    case 'id':
    case 'key':
    case 'lookup':
      return isList && slot.path.startsWith('filter.') ? [] : ['NOT_FOUND'];
    default:
      return ['BAD_USER_INPUT'];
  }
}

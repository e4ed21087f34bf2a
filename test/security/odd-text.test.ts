// Guarantee: no text that a client sends breaks anything inside the gateway. At every String and ID of
// every root field, text that cannot be stored is refused by its place, and any other odd text is
// stored, sent on or refused, but never an INTERNAL error.
import { FakeClock } from '../support/time/fake-clock.js';
import { ask, jsonHeaders, postStream, type WireAnswer } from '../support/client/wire.js';
import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { operations, type OperationName } from '../../src/operations/operations.js';
import { sample } from '../support/load/sample.js';
import { callAs } from './isolation/calls.js';
import { documentOf } from './isolation/graph-calls.js';
import { textsOf, type RootField } from './isolation/graph-slots.js';
import { Maker } from './isolation/holdings.js';
import { placeOf } from './isolation/matrix.js';
import { Stage, type Tenant } from './isolation/stage.js';
import type { Things } from './isolation/things.js';
import { pathsOf, withText, type Variables } from './isolation/variables.js';

/** Short, so that each is within every length. */
const UNSTORABLE = ['a\u0000', '\ud83d'];

const STORABLE = {
  nothing: '',
  'much of it': 'x'.repeat(900),
  'a step up in a path': '..',
  'of every other kind':
    '\u202eمرحبا e\u0301 👩‍👩‍👧 💥 \ufeff\u0001\u001b[31m\r\n\t\u007f\u2028 \'"\\u0000\\x00; -- $1 %s %2e {}',
};

const STORABLE_KINDS = Object.keys(STORABLE).length;

const AT_ONCE = 8;

const FIELDS = Object.keys(operations) as OperationName[];

describe('odd text', () => {
  let stage: Stage;
  let tenant: Tenant;
  let things: Things;

  beforeAll(async () => {
    const clock = new FakeClock();
    stage = await Stage.start(clock);
    tenant = await stage.addTenant('ada');
    const maker = new Maker(stage, clock);
    await maker.grantWorkflow(tenant, SEEDED.workflowId);
    things = { ...(await maker.makeAll(tenant)), workflow: SEEDED.workflowId };
    things = { ...things, ...(await maker.makeLive(tenant, things)) };
    stage.gateway.emulator.settings.taskSeconds = 0;
  }, 180_000);

  afterAll(() => stage.stop());

  /** The call in which the text stands at the path, and everything else as its caller may send it. */
  function callWith(field: RootField, path: string, text: string): Variables {
    const place = placeOf(field.name) ?? {};
    const { calls = [{}] } = place;
    const shown = calls.find((call) => pathsOf(call).some((one) => one.path === path));
    const call = callAs(field, place, shown ?? calls[0] ?? {}, things);
    if (call === undefined) throw new Error(`${field.name} cannot be called`);
    return withText(call, path, text);
  }

  async function send(field: RootField, variables: Variables): Promise<WireAnswer> {
    const { url, operatorKey } = stage.gateway;
    const isOperators = operations[field.name as OperationName].scope === 'operator';
    const key = isOperators ? operatorKey : tenant.key;
    const request = { query: documentOf(field, 1), variables };
    if (field.root !== 'Subscription') return await ask(url, key, request);
    return await postStream(url, JSON.stringify(request), jsonHeaders(key));
  }

  /** Some at a time: the process has one core. */
  async function forEach<T>(items: readonly T[], visit: (item: T) => Promise<void>): Promise<void> {
    for (let at = 0; at < items.length; at += AT_ONCE) {
      await Promise.all(items.slice(at, at + AT_ONCE).map(visit));
    }
  }

  it.each(FIELDS)(
    'C11, V1: that cannot be stored is refused by its place at every text of %s',
    async (name) => {
      const field = stage.field(name);
      stage.gateway.emulator.clearRequests();
      const tries = textsOf(field).flatMap((path) =>
        sample(UNSTORABLE, UNSTORABLE.length, `${name} ${path}`).map((text) => ({ path, text })),
      );
      await forEach(tries, async ({ path, text }) => {
        const { status, errors } = await send(field, callWith(field, path, text));
        const at = new RegExp(`^${path.replaceAll('[]', '\\.\\d+')}$`);
        expect([status, errors[0]?.extensions.code, errors[0]?.extensions.issues]).toEqual([
          400,
          'BAD_USER_INPUT',
          [expect.objectContaining({ path: expect.stringMatching(at), rule: 'storableText' })],
        ]);
      });
      const writes = stage.gateway.emulator.requests().filter(({ method }) => method !== 'GET');
      expect(writes).toEqual([]);
    },
  );

  it.each(FIELDS)('C11: is no internal error at any text of %s', async (name) => {
    const field = stage.field(name);
    const tries = textsOf(field).flatMap((path) =>
      sample(Object.entries(STORABLE), STORABLE_KINDS, `${name} ${path}`).map(([kind, text]) => ({
        ...{ path, kind, text },
      })),
    );
    await forEach(tries, async ({ path, kind, text }) => {
      const answer = await send(field, callWith(field, path, text));
      const isBroken = answer.status >= 500 || answer.text.includes('"code":"INTERNAL"');
      expect({ path, kind, isBroken }).toEqual({ path, kind, isBroken: false });
    });
  });
});

// Guarantee: a result that depends on who looks is shown to that one alone.
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { aViewer } from '../../support/auth/a-viewer.js';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';
import { GatewayError } from '../../../src/errors.js';
import { PreparedOperations } from '../../../src/http/execution/prepared-operations.js';
import { Fanout, resultPlan, type ResultPlan } from '../../../src/http/streams/fanout.js';
import type { Context } from '../../../src/ports/context.js';
import { HTTP_LIMITS } from '../../../src/http/http-limits.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { silentLog } from '../../support/store/database.js';

const SCHEMA = buildSchema('type Query { a: Int } type Subscription { s: S } type S { n: Int }');
let executions = 0;

const NO_USAGE = { points: 0, byClass: new Map() };

function planOf(
  subject: string,
  query = 'subscription{s{n}}',
  changes: Partial<Viewer> = {},
): ResultPlan {
  const viewer = aViewer({ tenantId: 't', subject, ...changes });
  const context: Context = {
    viewer,
    requestId: `request of ${subject}`,
    log: silentLog,
    idempotencyKey: null,
  };
  const document = parse(query);
  const [operation] = document.definitions as readonly OperationDefinitionNode[];
  if (operation === undefined) throw new Error('no operation');
  const asked = { query, operationName: null, variables: {} };
  return resultPlan(
    asked,
    { query, document, operation, variables: {}, bytes: 0, usage: NO_USAGE },
    context,
  );
}

/** Events whose field resolves as `answer` says. */
function eventOf(answer: (viewer: Context['viewer']) => unknown): object {
  const n = (_args: object, { viewer }: Context): unknown => {
    executions += 1;
    return answer(viewer);
  };
  return { s: { n } };
}

describe('a fan-out', () => {
  const clock = new FakeClock();
  const fanout = new Fanout({
    operations: new PreparedOperations(SCHEMA),
    clock,
    limits: HTTP_LIMITS,
  });
  const jsonOf = async (plan: ResultPlan, event: object): Promise<string> =>
    (await fanout.render(plan, event)).json;
  const both = (event: object): Promise<string[]> =>
    Promise.all(['key:a', 'key:a', 'key:b', 'key:b'].map((of) => jsonOf(planOf(of), event)));

  beforeEach(() => {
    executions = 0;
  });

  it('executes once what is the same for all', async () => {
    const text = JSON.stringify({ data: { s: { n: 1 } } });
    expect(await both(eventOf(({ tenantId }) => tenantId.length))).toEqual([
      text,
      text,
      text,
      text,
    ]);
    expect(executions).toBe(1);
  });

  it('executes once a viewer what depends on the viewer', async () => {
    const event = eventOf(({ subject }) => (subject === 'key:a' ? 1 : 2));
    const [a, b] = [1, 2].map((n) => JSON.stringify({ data: { s: { n } } }));
    expect(await both(event)).toEqual([a, a, b, b]);
    expect(executions).toBe(2);
  });

  it('keeps tokens of one key apart where it looks at their limits or at which they are', async () => {
    const token = (id: string, limits: Viewer['limits'] = {}) =>
      planOf('key:a', undefined, { credential: { kind: 'token', id }, limits });
    const render = async (plans: readonly ResultPlan[], event: object) =>
      await Promise.all(plans.map((plan) => jsonOf(plan, event)));
    const shown = (...ns: readonly number[]) =>
      ns.map((n) => JSON.stringify({ data: { s: { n } } }));
    const byLimits = eventOf(({ limits }) => limits?.taskIds?.length ?? 0);
    expect(
      await render([token('1'), token('2', { taskIds: ['x'] }), token('3')], byLimits),
    ).toEqual(shown(0, 1, 0));
    expect(executions).toBe(2);
    const byCredential = eventOf(({ credential }) => Number(credential.id));
    expect(await render([token('1'), token('2'), token('1')], byCredential)).toEqual(
      shown(1, 2, 1),
    );
  });

  it('tells an error under the request id of each', async () => {
    const event = eventOf(() => {
      throw new GatewayError('NOT_FOUND');
    });
    const [a, , b] = await both(event);
    expect(a).toContain('request of key:a');
    expect(b).toContain('request of key:b');
    expect(executions).toBe(1);
  });

  it('encodes once what is the same for all, and nothing for two that differ', async () => {
    const results = async (subjects: readonly string[], event: object) =>
      await Promise.all(subjects.map((of) => fanout.render(planOf(of), event)));
    const shared = eventOf(({ tenantId }) => tenantId.length);
    const [a, b] = await results(['key:a', 'key:b'], shared);
    expect(a?.bytes).toBe(b?.bytes);
    expect(a?.bytes.toString()).toBe(a?.json);
    const personal = eventOf(({ subject }) => subject.length);
    const [own, other] = await results(['key:a', 'key:b'], personal);
    expect(own?.bytes).not.toBe(other?.bytes);
  });

  it('Q12: gives all of them up together when one rendering does not end in time', async () => {
    const event = eventOf(() => new Promise(() => undefined));
    const renderings = Promise.allSettled(
      [planOf('key:a'), planOf('key:b')].map((plan) => jsonOf(plan, event)),
    );
    await clock.advance(0);
    expect(clock.sleeperCount).toBe(1);
    await clock.advance(HTTP_LIMITS.queryTimeoutMs);
    for (const rendering of await renderings) {
      expect(rendering).toMatchObject({ reason: { code: 'DEADLINE_EXCEEDED' } });
    }
    expect(executions).toBe(1);
  });

  it('shares nothing between events, however alike', async () => {
    for (let at = 0; at < 2; at += 1)
      await fanout.render(
        planOf('key:a'),
        eventOf(() => at),
      );
    expect(executions).toBe(2);
  });
});

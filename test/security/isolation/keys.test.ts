// Guarantee: an idempotency key is its tenant's own. Another tenant that uses the same key buys for
// itself, and never gets, finds or hinders what the first has bought.
import { CreateTextToVideoDocument } from '../../../client/src/generated/graphql.js';
import { aVideo } from '../../support/client/inputs.js';
import { callsTo } from '../../support/runway/upstream.js';
import { matrix, placeOf } from './matrix.js';
import type { Tenant } from './stage.js';
import { useWorld } from './world.js';

const world = useWorld();

const SUBMITTED = Object.keys(matrix).filter((name) => {
  const { names, calls } = placeOf(name) ?? {};
  return names?.['idempotencyKey'] === 'ownKey' && calls !== undefined;
});

describe.each(SUBMITTED)('the key of another tenant at %s', (name) => {
  it('M12: makes a task of one’s own, and each tenant replays its own', async () => {
    const { stage, maker, a, b } = world();
    const ofA = await maker.make(a.tenant, name, a.things);
    const { idempotencyKey = null } = ofA.variables;
    const ofB = await maker.make(b.tenant, name, b.things, 0, { idempotencyKey });
    const again = [
      await stage.data(a.tenant, name, ofA.variables),
      await stage.data(b.tenant, name, ofB.variables),
    ];
    const [first, second] = [ofA.answer, ofB.answer].map(taskIn);
    expect(first).not.toBe(second);
    expect([ofA.answer['replayed'], ofB.answer['replayed']]).toEqual([false, false]);
    expect(again).toEqual([
      expect.objectContaining({ replayed: true, task: expect.objectContaining({ id: first }) }),
      expect.objectContaining({ replayed: true, task: expect.objectContaining({ id: second }) }),
    ]);
  });
});

it('M12: a key with the very same request buys once for each tenant, in the header too', async () => {
  const { stage, a, b } = world();
  const variables = { input: aVideo('The same words of two people') };
  const headers = { 'idempotency-key': 'the-same-key-of-two-people' };
  const buy = async ({ key }: Tenant): Promise<string> => {
    const { data, errors } = await stage.gateway.ask(
      CreateTextToVideoDocument,
      variables,
      key,
      headers,
    );
    expect([errors, data?.createTextToVideo?.replayed]).toEqual([undefined, false]);
    return data?.createTextToVideo?.task.id ?? '';
  };
  const ids = [await buy(a.tenant), await buy(b.tenant)];
  expect(new Set(ids).size).toBe(2);
  expect(callsTo(stage.gateway, 'POST', '/v1/text_to_video')).toBe(2);
});

it('a key that another tenant’s task was resubmitted with buys for oneself', async () => {
  const { stage, a, b } = world();
  const idempotencyKey = stage.canaries.word(a.tenant.id);
  const again = async ({ tenant, things }: typeof a): Promise<unknown> =>
    await stage.data(tenant, 'resubmitTask', { id: things.endedTask ?? '', idempotencyKey });
  const bought = [await again(a), await again(b)] as { readonly replayed: boolean }[];
  expect(bought.map(({ replayed }) => replayed)).toEqual([false, false]);
});

function taskIn(answer: Readonly<Record<string, unknown>>): string {
  return (answer['task'] as { readonly id: string }).id;
}

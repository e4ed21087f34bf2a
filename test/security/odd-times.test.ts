// Guarantee: no time that a client sends, in an input or in a cursor that it forged, breaks anything
// inside the gateway.
import { encodeCursor } from '../../src/api/pagination/page-cursor.js';
import { rootFields } from './isolation/graph-slots.js';
import { buildGraph, type Services } from '../../src/api/schema.js';
import {
  getNamedType,
  isInputObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { ask } from '../support/client/wire.js';

const FAR = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00'];
const NEAR = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '1970-01-01T00:00:00+23:59'];

const TOO_LATE_MS = '999999999999999';
const UUID = '00000000-0000-4000-8000-000000000000';

/** Variables that are required beside, by root field. */
const OTHERS: Readonly<Record<string, object>> = {
  organizationWebappUsage: { from: '2026-01-01T00:00:00Z', before: '2026-01-02T00:00:00Z' },
  createApiKey: { tenant: 'default', scopes: ['TASK_READ'] },
};

/** Every time in the one input of a root field. */
const PLACES = rootFields(
  buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false }),
).flatMap(({ name, root, field }) =>
  field.args.flatMap((argument) => {
    const type = getNamedType(argument.type);
    if (!isInputObjectType(type)) return [];
    return Object.values(type.getFields())
      .filter((inner) => getNamedType(inner.type).name === 'DateTime')
      .map((inner) => ({
        name,
        root,
        argument,
        inner: inner.name,
        beside: idsBeside(field, argument),
      }));
  }),
);

/** What else the field demands: ids of nothing. */
function idsBeside({ args }: GraphQLField<unknown, unknown>, { name }: GraphQLArgument): string {
  const others = args.filter((one) => isRequiredArgument(one) && one.name !== name);
  return others.map((one) => `${one.name}: "none", `).join('');
}

describe('a time', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  it('C11: that cannot be stored is refused at every place, and any other is taken or refused', async () => {
    expect(PLACES.length).toBeGreaterThan(5);
    for (const { name, root, argument, inner, beside } of PLACES) {
      const query = `${root.toLowerCase()}($a: ${String(argument.type)}) { ${name}(${beside}${argument.name}: $a) { __typename } }`;
      const send = (time: string) =>
        ask(gateway.url, gateway.operatorKey, {
          query,
          variables: { a: { ...OTHERS[name], [inner]: time } },
        });
      for (const time of FAR) {
        const { status, errors } = await send(time);
        expect([name, status, errors[0]?.extensions.issues]).toEqual([
          name,
          400,
          [expect.objectContaining({ path: `${argument.name}.${inner}`, rule: 'storableTime' })],
        ]);
      }
      for (const time of NEAR) {
        const { errors } = await send(time);
        const codes = errors.map(({ extensions }) => extensions.code);
        expect({ name, time, codes }).not.toMatchObject({ codes: ['INTERNAL'] });
      }
    }
  });

  it('C11: in a forged cursor that cannot be stored makes it no cursor', async () => {
    const lists = [
      ['tasks', `task ${TOO_LATE_MS} ${UUID}`],
      ['unconfirmedTasks', `task ${TOO_LATE_MS} ${UUID}`],
      ['avatars', `resource ${TOO_LATE_MS} ${UUID}`],
    ] as const;
    for (const [list, place] of lists) {
      const query = `query($after: String) { ${list}(after: $after) { pageInfo { hasNextPage } } }`;
      const variables = { after: encodeCursor(place) };
      const { errors } = await ask(gateway.url, gateway.operatorKey, { query, variables });
      expect(errors[0]?.extensions.issues).toMatchObject([{ path: 'after', rule: 'cursor' }]);
    }
  });
});

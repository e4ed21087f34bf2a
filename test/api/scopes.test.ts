// Guarantee: no root field runs for a viewer whose credential lacks its scope, on any transport, and
// Runway is asked for nothing.
import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType, type GraphQLInputType } from 'graphql';
import { SCOPES, type Scope } from '../../src/domain/tenant/scope.js';
import type { Operation } from '../../src/operations/operation.js';
import { operations } from '../../src/operations/operations.js';
import { submittedOperations } from '../../src/operations/submitted-operations.js';
import type { Scope as ScopeName } from '../../client/src/generated/graphql.js';
import { anyCost } from '../support/client/counted.js';
import { leastDocument, leastLiteral } from '../support/client/least-document.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { ask, EventStreamReader, ProtocolSocket, type WireError } from '../support/client/wire.js';

const rows: readonly (readonly [string, Operation])[] = Object.entries(operations);
const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

function memberOf(field: string): GraphQLInputType {
  const requests = schema.getType('EstimateInput');
  const member = isInputObjectType(requests) ? requests.getFields()[field] : undefined;
  if (member === undefined) throw new Error(`EstimateInput has no member ${field}`);
  return member.type;
}

function nameOf(scope: Scope): ScopeName {
  return scope.replaceAll(':', '_').toUpperCase() as ScopeName;
}

function codesIn(result: unknown): string[] {
  const { errors } = result as { readonly errors: readonly WireError[] };
  return errors.map(({ extensions }) => extensions.code);
}

describe('a root field', () => {
  let gateway: TestGateway;
  /** For each scope a key that carries all the others. */
  const keyWithout = new Map<Scope, string>();

  beforeAll(async () => {
    gateway = await startGateway();
    for (const scope of SCOPES) {
      const others = SCOPES.filter((other) => other !== scope).map(nameOf);
      const tenant = `without-${scope.replaceAll(':', '-')}`;
      keyWithout.set(scope, await gateway.keyOf(tenant, others));
    }
    gateway.emulator.clearRequests();
  });

  afterAll(() => gateway.stop());

  afterEach(() => {
    expect(gateway.emulator.requests()).toEqual([]);
  });

  it.each(rows.filter(([, { root }]) => root !== 'Subscription'))(
    'Z1: %s is refused without its scope',
    async (name, row) => {
      const query = leastDocument(schema, name, row);
      if (row.scope === 'viewer') {
        expect((await gateway.post({ query }, null)).status).toBe(401);
        return;
      }
      const { errors } = await ask(gateway.url, keyFor(row), { query });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect(errors[0]?.message).toBe(`The credential lacks the scope ${row.scope}.`);
      expect(errors[0]?.extensions.requiredScopes).toEqual([row.scope]);
    },
  );

  it.each(rows.filter(([, { root }]) => root === 'Subscription'))(
    'Z1: %s is refused without its scope, over WebSocket and over server-sent events',
    async (name, row) => {
      const query = leastDocument(schema, name, row);
      const socket = await ProtocolSocket.connect(gateway.url, keyFor(row));
      socket.send({ id: '1', type: 'subscribe', payload: { query } });
      const refused = (await socket.next()).payload;
      expect(codesIn(refused)).toEqual(['FORBIDDEN']);
      expect(refused).toMatchObject({
        errors: [{ extensions: { requiredScopes: [row.scope] } }],
      });
      expect((await socket.next()).type).toBe('complete');
      socket.close();

      const events = await EventStreamReader.open(gateway.url, keyFor(row), { query });
      expect(codesIn((await events.next())?.data)).toEqual(['FORBIDDEN']);
      expect((await events.next())?.event).toBe('complete');
      events.close();
    },
  );

  it.each(Object.entries<Operation>(submittedOperations))(
    'Z1: estimate is refused without the scope of %s',
    async (name, row) => {
      const query = `{ estimate(request: { ${name}: ${leastLiteral(memberOf(name))} }) { credits } }`;
      const { errors } = await ask(gateway.url, keyFor(row), { query });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    },
  );

  function keyFor({ scope }: Operation): string {
    return keyWithout.get(scope as Scope) ?? '';
  }

  it('leaves nothing behind when it was refused', async () => {
    const response = await gateway.post({ query: '{ tasks { nodes { id } } }' });
    expect(await response.json()).toEqual({
      data: { tasks: { nodes: [] } },
      extensions: anyCost(),
    });
  });
});

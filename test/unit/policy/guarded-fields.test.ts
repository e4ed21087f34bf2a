// Guarantee: no field that needs a scope can be reached unguarded: every root field, every link to an
// object that another root field reads, and nothing else that a service resolves without a stated reason.
import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { toGatewayError } from '../../../src/api/errors/format-error.js';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';
import { links } from '../../../src/operations/links.js';
import { findOperation, operations } from '../../../src/operations/operations.js';
import { guardSchema } from '../../../src/policy/permissions.js';
import { aViewer } from '../../support/auth/a-viewer.js';

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

const OF_ITS_OWN = 'is a part of the object, which only its root field reads';

/** What services resolve beneath objects without a guard, and why the guard of the root is enough. */
const OPEN: Readonly<Record<string, string>> = {
  'AccessReview.keys': OF_ITS_OWN,
  'AccessReview.tenantsWithoutBudget': OF_ITS_OWN,
  'ApiKey.usage': OF_ITS_OWN,
  'Model.permitted': OF_ITS_OWN,
  'RequestEstimate.remaining': OF_ITS_OWN,
  'RequestEstimate.wouldWait': OF_ITS_OWN,
  'RunwayAccount.organization': OF_ITS_OWN,
  'Task.history': OF_ITS_OWN,
  'Task.madeFrom': 'comes from the task’s own input',
  'TaskOutput.archive': OF_ITS_OWN,
  'TaskOutput.expiresAt': OF_ITS_OWN,
  'TaskOutput.url': OF_ITS_OWN,
  'TaskSource.output': 'an output of the tenant that the task’s own input names',
  'Tenant.budget': OF_ITS_OWN,
  'Tenant.holdings': OF_ITS_OWN,
  'Tenant.liveTasks': OF_ITS_OWN,
  'Tenant.remaining': OF_ITS_OWN,
  'TokenLimits.creditsRemaining': OF_ITS_OWN,
  'UnconfirmedTaskConnection.organizationUsage': OF_ITS_OWN,
  'Viewer.budget': 'every viewer may see its own',
  'Viewer.policy': 'every viewer may see its own',
  'Viewer.tenant': 'every viewer may see its own',
  'CreateAvatarPayload.avatar': 'the mutation has just made it',
  'CreateDocumentPayload.document': 'the mutation has just made it',
  'CreateRealtimeSessionPayload.realtimeSession': 'the mutation has just made it',
  'CreateRouterPayload.router': 'the mutation has just made it',
  'CreateVoicePayload.voice': 'the mutation has just made it',
};

type Field = GraphQLField<unknown, unknown>;

/** A value that an object makes of itself when a field asks for it: no service is in its reach. */
function isGetterOf({ prototype }: NewableFunction, name: string): boolean {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get !== undefined;
}

describe('the guarded graph', () => {
  let schema: GraphQLSchema;

  beforeAll(() => {
    // Services that are not there: a field that gets past its guard fails as INTERNAL.
    const graph = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
    schema = guardSchema(graph);
  });

  function fieldsOf(type: string): Readonly<Record<string, Field>> {
    const found = schema.getType(type);
    return isObjectType(found) ? found.getFields() : {};
  }

  async function codeOf(
    work: Field['resolve'],
    viewer: Viewer | undefined,
    parent: object = {},
  ): Promise<string | undefined> {
    try {
      const result: unknown = await work?.(parent, {}, { viewer }, {} as never);
      return result instanceof Error ? toGatewayError(result).code : undefined;
    } catch (error) {
      return toGatewayError(error).code;
    }
  }

  it.each(ROOTS)(
    'refuses each field of %s without a viewer, and without its scope',
    async (root) => {
      const fields = Object.values(fieldsOf(root));
      expect(fields.length).toBeGreaterThan(5);
      for (const field of fields) {
        const row = findOperation(field.name);
        const told = [];
        for (const work of [field.resolve, ...(root === 'Subscription' ? [field.subscribe] : [])]) {
          const without = aViewer({ scopes: new Set() });
          told.push(await codeOf(work, undefined));
          if (row?.scope !== 'viewer') told.push(await codeOf(work, without));
        }
        // A field whose row is chosen by its argument chooses none here.
        const anonymous = row?.chosenBy === undefined ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect([field.name, new Set(told)]).toEqual([
          field.name,
          new Set(row?.scope === 'viewer' ? [anonymous] : [anonymous, 'FORBIDDEN']),
        ]);
      }
    },
  );

  it('refuses each link to an object whose root field the viewer may not use', async () => {
    for (const { type, field, rootField } of links) {
      const parents = Object.keys(operations).map((operation) => ({ operation }));
      const leading = parents.filter((parent) => rootField(parent) !== undefined);
      expect(leading.length).toBeGreaterThan(0);
      for (const parent of leading) {
        const { resolve } = fieldsOf(type)[field] ?? {};
        const without = aViewer({ scopes: new Set() });
        expect([type, field, await codeOf(resolve, without, parent)]).toEqual([
          type,
          field,
          'FORBIDDEN',
        ]);
      }
    }
  });

  it('has a guard, or a reason for none, for whatever a service resolves beneath an object', () => {
    const { objectTypes, fieldResolvers } = getMetadataStorage();
    const names = new Map<unknown, string>(objectTypes.map(({ target, name }) => [target, name]));
    const resolved = fieldResolvers
      .filter((field) => !isGetterOf(field.target, field.methodName))
      .map((field) => `${names.get(field.getObjectType?.()) ?? ''}.${field.schemaName}`);
    const guarded = links.map(({ type, field }) => `${type}.${field}`);
    expect(new Set(resolved)).toEqual(new Set([...guarded, ...Object.keys(OPEN)]));
    expect(guarded.filter((name) => name in OPEN)).toEqual([]);
  });

  it('puts no guard before the fields that have no rule', () => {
    const guarded = new Set(links.map(({ type, field }) => `${type}.${field}`));
    const plain = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
    const before = new Map<string, Field['resolve']>();
    for (const type of Object.values(plain.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        before.set(`${type.name}.${field.name}`, field.resolve);
      }
    }
    const after = guardSchema(plain);
    for (const [place, resolve] of before) {
      const [type = '', name = ''] = place.split('.');
      const guardedType = after.getType(type);
      if (!isObjectType(guardedType) || type.startsWith('__')) continue;
      const isGuarded = guardedType.getFields()[name]?.resolve !== resolve;
      const isRoot = ROOTS.some((root) => root === type);
      expect([place, isGuarded]).toEqual([place, isRoot || guarded.has(place)]);
    }
  });
});

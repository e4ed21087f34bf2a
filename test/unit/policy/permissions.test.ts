import { buildSchema, graphql, printSchema, subscribe, parse } from 'graphql';
import { aViewer } from '../../support/auth/a-viewer.js';
import { toGatewayError } from '../../../src/api/errors/format-error.js';
import { guardSchema } from '../../../src/policy/permissions.js';
import { silentLog } from '../../support/store/database.js';

const SDL = /* GraphQL */ `
  directive @x on FIELD

  type Query {
    viewer: Viewer
    cancelTask: String
    unlisted: String
  }

  type Viewer {
    tenant: String
  }

  type Subscription {
    tasksUpdated: String
    unlisted: String
  }

  input Choice @oneOf {
    a: String
    b: String
  }
`;

const viewer = aViewer({ tenantId: 't', subject: 'key:k' });
const contextValue = { viewer, requestId: 'r', log: silentLog, idempotencyKey: null };

async function codesOf(source: string, context: object = { ...contextValue }): Promise<unknown> {
  const schema = guardSchema(buildSchema(SDL));
  const rootValue = { viewer: { tenant: 't' }, cancelTask: 'x', unlisted: 'x' };
  const { errors, data } = await graphql({ schema, source, rootValue, contextValue: context });
  return errors?.map((error) => toGatewayError(error).code) ?? data;
}

describe('permissions', () => {
  it('let through what the table allows, and everything below it', async () => {
    expect(await codesOf('{viewer{tenant}}')).toEqual({ viewer: { tenant: 't' } });
  });

  it('refuse a field without a row, and a row under another root', async () => {
    expect(await codesOf('{unlisted}')).toEqual(['FORBIDDEN']);
    expect(await codesOf('{cancelTask}')).toEqual(['FORBIDDEN']);
  });

  it('refuse everything without a viewer', async () => {
    expect(await codesOf('{viewer{tenant}}', {})).toEqual(['UNAUTHENTICATED']);
  });

  it('Z7: refuse what they cannot decide, and say nothing of why', async () => {
    const failing = {
      has: () => {
        throw new Error('policy store at 10.0.0.1 is away');
      },
    };
    const broken = { ...contextValue, viewer: { ...viewer, scopes: failing } };
    const schema = guardSchema(buildSchema(SDL.replace('unlisted', 'tasks')));
    const { data, errors } = await graphql({
      schema,
      source: '{tasks}',
      rootValue: { tasks: 'x' },
      contextValue: broken,
    });
    expect(data).toEqual({ tasks: null });
    expect(errors?.map((error) => toGatewayError(error).code)).toEqual(['FORBIDDEN']);
  });

  it('refuse a stream without a row', async () => {
    const schema = guardSchema(buildSchema(SDL));
    const document = parse('subscription{unlisted}');
    const result = await subscribe({ schema, document, contextValue });
    const errors = 'errors' in result ? result.errors : [];
    expect(errors.map((error) => toGatewayError(error).code)).toEqual(['FORBIDDEN']);
  });

  it('report what a resolver throws as an error, and never as its value', async () => {
    const schema = buildSchema(SDL);
    const viewerField = schema.getQueryType()?.getFields()['viewer'];
    if (viewerField === undefined) throw new Error('no viewer');
    viewerField.resolve = () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- what this test is about
      throw { tenant: 'thrown' };
    };
    const { data, errors } = await graphql({
      schema: guardSchema(schema),
      source: '{viewer{tenant}}',
      contextValue: { ...contextValue },
    });
    expect(data).toEqual({ viewer: null });
    expect(errors?.map((error) => toGatewayError(error).code)).toEqual(['INTERNAL']);
  });

  it('leave the schema as it was', () => {
    expect(printSchema(guardSchema(buildSchema(SDL)))).toBe(printSchema(buildSchema(SDL)));
  });
});

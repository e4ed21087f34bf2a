import { CreateTenantDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

describe('createTenant', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  it('makes a tenant, once under its id', async () => {
    const input = { id: 'acme', name: 'Acme' };
    const { createTenant } = await gateway.data(CreateTenantDocument, { input });
    expect(createTenant.tenant).toMatchObject(input);
    expect(codesOf(await gateway.ask(CreateTenantDocument, { input }))).toEqual(['CONFLICT']);
    const first = { id: 'default', name: 'Mine now' };
    expect(codesOf(await gateway.ask(CreateTenantDocument, { input: first }))).toEqual([
      'CONFLICT',
    ]);
  });

  it('refuses an id that is no id, and a name without a character', async () => {
    const answer = await gateway.ask(CreateTenantDocument, { input: { id: 'No Id', name: '' } });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    const paths = answer.errors?.[0]?.extensions.issues?.map(({ path }) => path);
    expect(paths).toEqual(['input.id', 'input.name']);
    expect(JSON.stringify(answer)).not.toContain('No Id');
  });

  it.each([
    [{ id: '1st', name: 'A' }, 'input.id', 'pattern'],
    [{ id: 'a_b', name: 'A' }, 'input.id', 'pattern'],
    [{ id: 'a'.repeat(33), name: 'A' }, 'input.id', 'pattern'],
    [{ id: 'acme', name: 'n'.repeat(101) }, 'input.name', 'maxLength'],
  ])('refuses %j', async (input, path, rule) => {
    const answer = await gateway.ask(CreateTenantDocument, { input });
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path, rule }]);
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('plain', ['TASK_READ', 'GENERATE_VIDEO']);
    const input = { id: 'x', name: 'x' };
    expect(codesOf(await gateway.ask(CreateTenantDocument, { input }, key))).toEqual(['FORBIDDEN']);
    // It was not made: the id is free.
    await gateway.data(CreateTenantDocument, { input });
  });
});

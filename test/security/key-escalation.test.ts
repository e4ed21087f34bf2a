// Guarantee: a key that may manage keys cannot be used to get more than it has itself: no other
// scope, no later end, no other address, no way around its budget or policy, and no other tenant.
import { SCOPES } from '../../src/domain/tenant/scope.js';
import {
  ApiKeysDocument,
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
  RotateApiKeyDocument,
  SetBudgetDocument,
  UpdateApiKeyDocument,
  ViewerDocument,
  type CreateApiKeyInput,
  type Scope,
  type UpdateApiKeyInput,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

const FORBIDDEN = ['FORBIDDEN'];
const HOUR_MS = 3_600_000;

const ALL = SCOPES.map((scope) => scope.replaceAll(':', '_').toUpperCase() as Scope);

describe('a key that may manage keys', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let manager: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    manager = await gateway.keyOf('ann', ['KEY_READ', 'KEY_WRITE', 'TASK_READ']);
    await gateway.keyOf('bob', ['TASK_READ']);
  });

  afterAll(() => gateway.stop());

  const idOf = (credential: string) => credential.split('_')[1] ?? '';

  /** A key of ann's that an operator makes. */
  async function aKey(input: Partial<CreateApiKeyInput>): Promise<string> {
    const whole = { tenant: 'ann', scopes: ['TASK_READ' as const], ...input };
    return (await gateway.data(CreateApiKeyDocument, { input: whole })).createApiKey.credential;
  }

  const create = (key: string, input: Partial<CreateApiKeyInput> = {}) =>
    gateway.ask(CreateApiKeyDocument, { input: { scopes: ['TASK_READ'], ...input } }, key);
  const update = (key: string, id: string, input: UpdateApiKeyInput) =>
    gateway.ask(UpdateApiKeyDocument, { id, input }, key);

  const rulesOf = ({ errors }: Answer<unknown>) =>
    errors?.flatMap(({ extensions }) => [
      extensions.code,
      ...(extensions.issues ?? []).map(({ path, rule }) => `${path} ${rule}`),
    ]);

  it('Z4: gives no scope that it lacks, and every one that it has', async () => {
    for (const scope of ALL) {
      const mayGive = ['KEY_READ', 'KEY_WRITE', 'TASK_READ'].includes(scope);
      const answer = await create(manager, { scopes: ['TASK_READ', scope] });
      expect([scope, rulesOf(answer)]).toEqual([
        scope,
        mayGive ? undefined : ['FORBIDDEN', 'input.scopes ownScopes'],
      ]);
    }
  });

  it('Z4: neither widens, rotates, changes nor revokes a key with a scope that it lacks', async () => {
    const stronger = idOf(await aKey({ scopes: ['TASK_READ', 'GENERATE_VIDEO'] }));
    const answers = [
      await update(manager, stronger, { name: 'mine' }),
      await update(manager, stronger, { scopes: ['TASK_READ'] }),
      await gateway.ask(RotateApiKeyDocument, { id: stronger }, manager),
      await gateway.ask(RevokeApiKeyDocument, { id: stronger }, manager),
    ];
    expect(answers.map(rulesOf)).toEqual(answers.map(() => ['FORBIDDEN', 'id ownGrants']));
    const equal = idOf(await aKey({}));
    expect(rulesOf(await update(manager, equal, { scopes: ['GENERATE_VIDEO'] }))).toEqual([
      'FORBIDDEN',
      'input.scopes ownScopes',
    ]);
    expect(rulesOf(await update(manager, idOf(manager), { scopes: ['OPERATOR'] }))).toEqual([
      'FORBIDDEN',
      'input.scopes ownScopes',
    ]);
    expect(codesOf(await update(manager, equal, { name: 'ours' }))).toEqual([]);
    expect(codesOf(await gateway.ask(RevokeApiKeyDocument, { id: equal }, manager))).toEqual([]);
  });

  it('Z4: gives no later end than its own, and its own where none is asked for', async () => {
    const end = clock.now().getTime() + HOUR_MS;
    const expiresAt = new Date(end).toISOString();
    const ending = await aKey({ scopes: ['KEY_WRITE', 'TASK_READ'], expiresAt });
    const made = await create(ending);
    expect(made.data?.createApiKey?.apiKey.expiresAt).toBe(expiresAt);
    const late = new Date(end + 1).toISOString();
    const refused = ['FORBIDDEN', 'input.expiresAt ownEnd'];
    expect(rulesOf(await create(ending, { expiresAt: late }))).toEqual(refused);
    expect(rulesOf(await update(ending, idOf(ending), { expiresAt: late }))).toEqual(refused);
    expect(rulesOf(await update(ending, idOf(ending), { expiresAt: null }))).toEqual(refused);
    const endless = idOf(await aKey({}));
    expect(rulesOf(await gateway.ask(RotateApiKeyDocument, { id: endless }, ending))).toEqual([
      'FORBIDDEN',
      'id ownGrants',
    ]);
  });

  it('Z4: gives no other addresses than its own, and its own where none are asked for', async () => {
    const allowedAddresses = ['127.0.0.0/8', '10.0.0.0/16'];
    const bound = await aKey({ scopes: ['KEY_WRITE', 'TASK_READ'], allowedAddresses });
    const made = await create(bound);
    expect(made.data?.createApiKey?.apiKey.allowedAddresses).toEqual(allowedAddresses);
    const refused = ['FORBIDDEN', 'input.allowedAddresses ownAddresses'];
    for (const wider of [[], ['10.0.0.0/15'], ['127.0.0.1', '::1'], ['0.0.0.0/0']]) {
      expect(rulesOf(await create(bound, { allowedAddresses: wider }))).toEqual(refused);
      const own = await update(bound, idOf(bound), { allowedAddresses: wider });
      expect(rulesOf(own)).toEqual(refused);
    }
    const narrower = await create(bound, { allowedAddresses: ['10.0.7.0/24', '127.0.0.1'] });
    expect(codesOf(narrower)).toEqual([]);
  });

  it('Z4: hands nothing out with a secret that has been replaced, and may still revoke', async () => {
    const old = await aKey({ scopes: ['KEY_WRITE', 'TASK_READ'] });
    const other = idOf(await aKey({}));
    const input = { id: idOf(old), overlapSeconds: 3_600 };
    const { rotateApiKey } = await gateway.data(RotateApiKeyDocument, input);
    const answers = [
      await create(old),
      await create(old, { expiresAt: new Date(clock.now().getTime() + 1_000).toISOString() }),
      await update(old, other, { name: 'x' }),
      await gateway.ask(RotateApiKeyDocument, { id: idOf(old) }, old),
      await gateway.ask(RotateApiKeyDocument, { id: other }, old),
    ];
    expect(answers.map(rulesOf)).toEqual(answers.map(() => ['FORBIDDEN', 'input replacedSecret']));
    expect(codesOf(await create(rotateApiKey.credential))).toEqual([]);
    expect(codesOf(await gateway.ask(RevokeApiKeyDocument, { id: other }, old))).toEqual([]);
  });

  it('Z4: hands nothing out while it has a budget of its own', async () => {
    const bound = await aKey({ scopes: ['KEY_WRITE', 'TASK_READ'] });
    expect(codesOf(await create(bound))).toEqual([]);
    const other = idOf(await aKey({}));
    const input = { tenant: 'ann', key: idOf(bound), period: 'DAY' as const, creditsMax: 5 };
    await gateway.data(SetBudgetDocument, { input });
    const answers = [
      await create(bound),
      await update(bound, other, { name: 'x' }),
      await gateway.ask(RotateApiKeyDocument, { id: other }, bound),
    ];
    expect(answers.map(rulesOf)).toEqual(answers.map(() => ['FORBIDDEN', 'input restrictedKey']));
    expect(codesOf(await gateway.ask(RevokeApiKeyDocument, { id: other }, bound))).toEqual([]);
  });

  it('Z4: reads and does nothing without its scope', async () => {
    const reader = await aKey({ scopes: ['KEY_READ'] });
    const writer = await aKey({ scopes: ['KEY_WRITE'] });
    const id = idOf(reader);
    expect(codesOf(await gateway.ask(ApiKeysDocument, {}, writer))).toEqual(FORBIDDEN);
    expect(codesOf(await create(reader))).toEqual(FORBIDDEN);
    expect(codesOf(await update(reader, id, { name: 'x' }))).toEqual(FORBIDDEN);
    expect(codesOf(await gateway.ask(RotateApiKeyDocument, { id }, reader))).toEqual(FORBIDDEN);
    expect(codesOf(await gateway.ask(RevokeApiKeyDocument, { id }, reader))).toEqual(FORBIDDEN);
    expect(codesOf(await gateway.ask(ApiKeysDocument, {}, reader))).toEqual([]);
  });

  // Guarantee: another tenant, or its key, is answered exactly as one that does not exist.
  it('Z5: makes and changes keys of its own tenant only, whatever it names', async () => {
    for (const tenant of ['bob', 'default', 'missing']) {
      expect(codesOf(await create(manager, { tenant }))).toEqual(['NOT_FOUND']);
    }
    const { apiKeys } = await gateway.data(ApiKeysDocument, { tenant: 'bob' });
    for (const id of [apiKeys.nodes[0]?.id ?? '', 'operator', 'nothere1']) {
      const answers = [
        await update(manager, id, { name: 'x' }),
        await gateway.ask(RotateApiKeyDocument, { id }, manager),
        await gateway.ask(RevokeApiKeyDocument, { id }, manager),
      ];
      expect(answers.map(rulesOf)).toEqual(answers.map(() => ['NOT_FOUND']));
    }
  });

  it('Z5: takes the tenant of a key from the credential, not from fields or headers', async () => {
    const fields = { tenantId: 'bob', createdBy: 'key:operator', id: 'operator', policy: null };
    for (const [name, value] of Object.entries(fields)) {
      const input = { scopes: ['TASK_READ' as const], [name]: value };
      expect([name, codesOf(await gateway.ask(CreateApiKeyDocument, { input }, manager))]).toEqual([
        name,
        ['BAD_USER_INPUT'],
      ]);
    }
    const headers = { 'x-tenant-id': 'bob', 'x-user-id': 'operator' };
    const input = { scopes: ['TASK_READ' as const] };
    const made = await gateway.ask(CreateApiKeyDocument, { input }, manager, headers);
    expect(made.data?.createApiKey?.apiKey).toMatchObject({
      tenant: 'ann',
      createdBy: `key:${idOf(manager)}`,
    });
    const { viewer } = await gateway.data(
      ViewerDocument,
      {},
      made.data?.createApiKey?.credential ?? '',
    );
    expect(viewer).toMatchObject({ tenant: { id: 'ann' }, scopes: ['TASK_READ'] });
  });
});

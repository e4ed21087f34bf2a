import {
  CreateApiKeyDocument,
  CreateTenantDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

const MINUTE_MS = 60_000;

describe('viewer', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());

  it('tells the operator who they are', async () => {
    const { viewer } = await gateway.data(ViewerDocument, {});
    expect(viewer).toMatchObject({
      tenant: { id: 'default' },
      subject: 'key:operator',
      scopes: expect.arrayContaining(['OPERATOR', 'GENERATE_VIDEO']) as unknown,
      expiresAt: null,
    });
  });

  it('tells a key its tenant, its scopes and its end, and refuses it from then on', async () => {
    await gateway.data(CreateTenantDocument, { input: { id: 'acme', name: 'Acme' } });
    const expiresAt = new Date(clock.now().getTime() + MINUTE_MS).toISOString();
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: 'acme', scopes: ['TASK_READ', 'GENERATE_IMAGE'], expiresAt },
    });
    const { viewer } = await gateway.data(ViewerDocument, {}, createApiKey.credential);
    expect(viewer).toEqual({
      tenant: { id: 'acme', name: 'Acme' },
      subject: `key:${createApiKey.apiKey.id}`,
      scopes: ['GENERATE_IMAGE', 'TASK_READ'],
      expiresAt,
    });

    await clock.advance(MINUTE_MS);
    expect(codesOf(await gateway.ask(ViewerDocument, {}, createApiKey.credential))).toEqual([
      'UNAUTHENTICATED',
    ]);
  });
});

import { AuditEventsDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

describe('auditEvents', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  }, 60_000);
  afterAll(() => gateway.stop());

  it('shows an operator what was changed, and a tenant nothing of another', async () => {
    const key = await gateway.keyOf('ann', ['AUDIT_READ']);
    const filter = { event: 'USER_CREATED' } as const;
    const { auditEvents } = await gateway.data(AuditEventsDocument, { filter });
    expect(auditEvents.nodes).toMatchObject([
      { operation: 'createTenant', verdict: 'DONE', objects: ['tenant:ann'], tenant: 'default' },
    ]);
    expect((await gateway.data(AuditEventsDocument, {}, key)).auditEvents.nodes).toEqual([]);
    const foreign = await gateway.ask(AuditEventsDocument, { tenant: 'default' }, key);
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

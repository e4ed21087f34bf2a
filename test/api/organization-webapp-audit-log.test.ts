import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { AUDIT_LOG } from '../../src/emulator/organization/webapp-records.js';
import { OrganizationWebappAuditLogDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

const { auditLogEventId: id, organizationId } = ELSEWHERE;

describe('organizationWebappAuditLog', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  }, 60_000);
  afterAll(() => gateway.stop());

  it('tells of one entry with its metadata as a list', async () => {
    const { organizationWebappAuditLog: log } = await gateway.data(
      OrganizationWebappAuditLogDocument,
      { id, organizationId },
    );
    const entry = AUDIT_LOG.find(({ eventId }) => eventId === id);
    expect(log).toMatchObject({
      eventId: id,
      action: entry?.action,
      clientIpAddress: entry?.clientIpAddress,
      workspaceId: String(entry?.workspaceId),
    });
    const metadata = log.metadata.map(({ key, value }) => [key, value]);
    expect(Object.fromEntries(metadata)).toEqual(entry?.metadata);
  });

  it.each([
    ['an entry that is not there', { id: '00000000-0000-7000-8000-000000000000' }],
    ['something that is no id', { id: '../organization' }],
    ['an empty id', { id: '' }],
    ['another organisation', { id, organizationId: '00000000-0000-4000-8000-000000000000' }],
  ])('answers NOT_FOUND for %s', async (_what, variables) => {
    const answer = await gateway.ask(OrganizationWebappAuditLogDocument, variables);
    expect(codesOf(answer)).toEqual(['NOT_FOUND']);
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('plain', ['TASK_READ']);
    const answer = await gateway.ask(OrganizationWebappAuditLogDocument, { id }, key);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });
});

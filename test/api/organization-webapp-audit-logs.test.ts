import { AUDIT_LOG } from '../../src/emulator/organization/webapp-records.js';
import {
  OrganizationWebappAuditLogsDocument,
  type AuditLogFilterInput,
} from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

describe('organizationWebappAuditLogs', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  }, 60_000);
  afterAll(() => gateway.stop());

  const list = async (filter: AuditLogFilterInput | null, first: number, after?: string | null) =>
    (
      await gateway.data(OrganizationWebappAuditLogsDocument, {
        filter,
        first,
        after: after ?? null,
      })
    ).organizationWebappAuditLogs;

  it('lists everything once, newest first, page by page', async () => {
    const first = await list(null, 100);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await list(null, 100, first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.eventId);
    expect(ids.toSorted()).toEqual(AUDIT_LOG.map(({ eventId }) => eventId).toSorted());
    const times = first.edges.map(({ node }) => Date.parse(node.timestamp));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('lists what some people did of some actions', async () => {
    const filter = { actions: ['UserLogin'], actorEmails: ['ada@example.com'] };
    const { edges } = await list(filter, 100);
    const expected = AUDIT_LOG.filter(
      ({ action, actorEmail }) => action === 'UserLogin' && actorEmail === 'ada@example.com',
    );
    expect(edges).toHaveLength(expected.length);
    expect(edges.map(({ node }) => node.eventId).toSorted()).toEqual(
      expected.map(({ eventId }) => eventId).toSorted(),
    );
  });

  it.each([
    ['filter.actions.0', { actions: ['User,Login'] }],
    ['filter.actorEmails.1', { actorEmails: ['a@example.com', 'a b'] }],
    ['filter.workspaceIds.0', { workspaceIds: ['x'] }],
  ])('refuses %s', async (path, filter) => {
    const asked = { filter, first: 1 };
    const { errors } = await gateway.ask(OrganizationWebappAuditLogsDocument, asked);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path }] });
  });

  it('says what Runway refuses', async () => {
    const asked = { filter: { actions: ['NoSuchAction'] }, first: 1 };
    const answer = await gateway.ask(OrganizationWebappAuditLogsDocument, asked);
    expect(codesOf(answer)).toEqual(['RUNWAY_REFUSED']);
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('plain', ['TASK_READ']);
    const answer = await gateway.ask(OrganizationWebappAuditLogsDocument, { first: 1 }, key);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });
});

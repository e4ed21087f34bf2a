import { USAGE } from '../../src/emulator/organization/webapp-records.js';
import {
  OrganizationWebappUsageDocument,
  type OrganizationWebappUsageFilterInput,
} from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

const ALL: OrganizationWebappUsageFilterInput = {
  from: '2025-01-01T00:00:00.000Z',
  before: '2027-01-01T00:00:00.000Z',
};

describe('organizationWebappUsage', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  }, 60_000);
  afterAll(() => gateway.stop());

  const list = async (
    filter: OrganizationWebappUsageFilterInput,
    first: number,
    after: string | null = null,
  ) =>
    (await gateway.data(OrganizationWebappUsageDocument, { filter, first, after }))
      .organizationWebappUsage;

  const newestFirst = USAGE.toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
  const placeOf = ({ timestamp, email }: { timestamp: string; email: string }) =>
    `${timestamp} ${email}`;

  it('lists everything once, newest first, page by page', async () => {
    const found: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof list>> = await list(ALL, 100, after);
      found.push(...page.edges.map(({ node }) => placeOf(node)));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(found).toEqual(newestFirst.map(placeOf));
  });

  it('goes on from any entry of a page', async () => {
    const { edges } = await list(ALL, 10);
    const rest = await list(ALL, 10, edges[3]?.cursor ?? null);
    const expected = newestFirst.slice(4, 14).map(placeOf);
    expect(rest.edges.map(({ node }) => placeOf(node))).toEqual(expected);
  });

  it('lists what was used in a time and in some workspaces', async () => {
    const filter = { ...ALL, workspaceIds: ['1001'] };
    const { edges } = await list(filter, 100);
    expect(edges.length).toBeGreaterThan(0);
    expect(new Set(edges.map(({ node }) => node.workspaceId))).toEqual(new Set(['1001']));
    expect(edges[0]?.node).toMatchObject({ workspaceName: 'Studio', credits: expect.any(Number) });
    const [newest] = newestFirst;
    const before = newest?.timestamp ?? '';
    const earlier = await list({ ...ALL, before }, 1);
    expect(Date.parse(earlier.edges[0]?.node.timestamp ?? '')).toBeLessThan(Date.parse(before));
  });

  it.each([
    ['filter.workspaceIds.0', { workspaceIds: ['1001,1002'] }],
    ['filter.workspaceIds', { workspaceIds: [] }],
  ])('refuses %s', async (path, changes) => {
    const filter = { ...ALL, ...changes };
    const { errors } = await gateway.ask(OrganizationWebappUsageDocument, { filter, first: 1 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path }] });
  });

  it('refuses a page that is too large, and a cursor of another list', async () => {
    const tooMany = await gateway.ask(OrganizationWebappUsageDocument, { filter: ALL, first: 101 });
    expect(tooMany.errors?.[0]?.extensions.issues).toMatchObject([{ path: 'first' }]);
    const after = Buffer.from('tenant acme').toString('base64url');
    const foreign = await gateway.ask(OrganizationWebappUsageDocument, {
      filter: ALL,
      first: 1,
      after,
    });
    expect(foreign.errors?.[0]?.extensions.issues).toMatchObject([{ path: 'after' }]);
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('plain', ['TASK_READ']);
    const asked = { filter: ALL, first: 1 };
    const answer = await gateway.ask(OrganizationWebappUsageDocument, asked, key);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });
});

import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { UNKNOWN_ID, useEmulator } from './harness.js';

const { call } = useEmulator();

type Row = Readonly<Record<string, unknown>>;

async function all(path: string, query: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body, status } = await call('GET', `${path}?${query}${more}`);
    expect(status).toBe(200);
    rows.push(...(body['data'] as Row[]));
    cursor = body['nextCursor'] as string | null;
  }
  return rows;
}

function expectNewestFirst(rows: readonly Row[]): void {
  const times = rows.map((row) => String(row['timestamp']));
  expect(times).toEqual([...times].sort().reverse());
}

describe('the usage in the web application', () => {
  const usage = (query: string) => all('/v1/organization/webapp/usage', query);
  const window = 'from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z';

  it('is listed page by page, newest first, with what came back', async () => {
    const rows = await usage(`${window}&limit=100`);
    expect(rows.length).toBe(240);
    expectNewestFirst(rows);
    expect(rows.filter(({ type }) => type === 'refund').length).toBe(12);
    expect(rows.every(({ type, credits }) => (type === 'refund') === Number(credits) < 0)).toBe(
      true,
    );
    expect(rows.at(-1)).toEqual({
      timestamp: '2026-01-01T00:00:00.000Z',
      email: 'ada@example.com',
      workspaceId: 1001,
      workspaceName: 'Studio',
      tool: 'Gen-4.5',
      credits: 60,
      type: 'charge',
    });
  });

  it('is of the time and the workspaces that were asked for', async () => {
    const day = await usage('from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z');
    expect(day.map(({ timestamp }) => timestamp)).toEqual([
      '2026-01-02T18:00:00.000Z',
      '2026-01-02T12:00:00.000Z',
      '2026-01-02T06:00:00.000Z',
      '2026-01-02T00:00:00.000Z',
    ]);
    const studio = await usage(`${window}&limit=100&workspaceIds=1001,7`);
    expect(new Set(studio.map(({ workspaceId }) => workspaceId))).toEqual(new Set([1001]));
  });

  it.each([
    ['no window', 'from=2026-01-01T00:00:00Z', 'to'],
    ['a window of no times', 'from=yesterday&to=2026-01-01T00:00:00Z', 'from'],
    ['an organisation that is no UUID', `${window}&organizationId=mine`, 'organizationId'],
    ['an empty name', `${window}&workspaceIds=1001,`, 'workspaceIds'],
  ])('is refused with %s', async (_why, query, name) => {
    const reply = await call('GET', `/v1/organization/webapp/usage?${query}`);
    expect([reply.status, reply.body]).toMatchObject([
      400,
      { error: 'Validation of query failed', issues: [{ path: [name] }] },
    ]);
  });
});

describe('the audit log of the web application', () => {
  const path = '/v1/organization/webapp/audit_logs';

  it('is listed page by page, newest first', async () => {
    const entries = await all(path, 'limit=50');
    expect(entries.length).toBe(120);
    expectNewestFirst(entries);
    expect(new Set(entries.map(({ eventId }) => eventId)).size).toBe(120);
    expect(entries[0]).toMatchObject({ eventId: ELSEWHERE.auditLogEventId });
    expect(entries[0]).not.toHaveProperty('clientIpAddress');
  });

  it('is filtered by action, person, workspace and time', async () => {
    const found = await all(
      path,
      [
        'actions=UserLogin,GenerationCreated',
        'actorEmails=ada@example.com',
        'workspaceIds=1001',
        'from=2026-01-05T00:00:00Z',
        'to=2026-02-01T00:00:00Z',
      ].join('&'),
    );
    expect(found.length).toBeGreaterThan(3);
    for (const entry of found) {
      expect(['UserLogin', 'GenerationCreated']).toContain(entry['action']);
      expect(entry).toMatchObject({ actorEmail: 'ada@example.com', workspaceId: 1001 });
      expect(String(entry['timestamp']) >= '2026-01-05').toBe(true);
      expect(String(entry['timestamp']) < '2026-02-01').toBe(true);
    }
  });

  it.each([
    ['an action that does not exist', 'actions=UserLogin,UserDance', 'actions'],
    [
      '51 persons',
      `actorEmails=${Array.from({ length: 51 }, (_, n) => `p${String(n)}@example.com`).join(',')}`,
      'actorEmails',
    ],
  ])('is refused with %s', async (_why, query, name) => {
    const reply = await call('GET', `${path}?${query}`);
    expect([reply.status, reply.body.issues]).toMatchObject([400, [{ path: [name] }]]);
  });

  it('tells more of a single entry', async () => {
    const entry = `${path}/${ELSEWHERE.auditLogEventId}`;
    const { body } = await call('GET', `${entry}?organizationId=${ELSEWHERE.organizationId}`);
    expect(body).toMatchObject({
      eventId: ELSEWHERE.auditLogEventId,
      clientIpAddress: '192.0.2.7',
      metadata: expect.any(Object),
    });
    for (const missing of [`${path}/${UNKNOWN_ID}`, `${entry}?organizationId=${UNKNOWN_ID}`]) {
      const reply = await call('GET', missing);
      expect([reply.status, reply.body]).toEqual([404, { error: expect.any(String) }]);
    }
  });
});

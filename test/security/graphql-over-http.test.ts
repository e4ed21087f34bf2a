// Guarantee: the gateway speaks GraphQL over HTTP as the reference audit understands it; where it
// differs on purpose, docs/graphql-over-http.md says why.
import { readFile } from 'node:fs/promises';
import { auditServer, type AuditResult } from 'graphql-http';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

const PAGE = 'docs/graphql-over-http.md';

describe('the audit suite of graphql-http', () => {
  let gateway: TestGateway;
  let results: readonly AuditResult[];

  beforeAll(async () => {
    gateway = await startGateway();
    const authorization = `Bearer ${gateway.operatorKey}`;
    results = await auditServer({
      url: `${gateway.url}/graphql`,
      fetchFn: async (url: string, init?: RequestInit) => {
        const headers = new Headers(init?.headers);
        headers.set('authorization', authorization);
        return await fetch(url, { ...init, headers });
      },
    });
  }, 120_000);

  afterAll(() => gateway.stop());

  it('finds no error', () => {
    expect(results.filter(({ status }) => status === 'error')).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(61);
  });

  it('warns of what the page answers, and of nothing else', async () => {
    const page = await readFile(PAGE, 'utf8');
    const answered = [...page.matchAll(/^\| `(\w{4})`/gm)].map(([, id]) => id);
    const warned = results.filter(({ status }) => status !== 'ok').map(({ id }) => id);
    expect(answered.sort()).toEqual(warned.sort());
  });
});

// Guarantee: explorers are served where an operator wants them, with a policy that lets them call
// this gateway alone, and what they send is served.
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { jsonHeaders } from '../support/client/wire.js';

/** Apollo's hosted Sandbox. */
const STUDIO = 'https://studio.apollographql.com';
const HTML = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** As Sandbox asks for the schema. */
const INTROSPECTION =
  'query IntrospectionQuery { __schema { queryType { name } types { kind name inputFields { name } isOneOf } } }';

describe('the explorers', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway({ CORS_ORIGINS: STUDIO });
  });

  afterAll(() => gateway.stop());

  it('I6: are pages whose policy names the scripts of Sandbox and this gateway, and nothing else', async () => {
    const page = await fetch(`${gateway.url}/graphql`, { headers: HTML });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const policy = page.headers.get('content-security-policy') ?? '';
    const [, nonce] = /script-src 'nonce-([\w-]{22})'/.exec(policy) ?? [];
    expect(policy.replaceAll(nonce ?? '', '')).toBe(
      "default-src 'none'; script-src 'nonce-' https://embeddable-sandbox.cdn.apollographql.com; style-src 'nonce-'; frame-src https://sandbox.embed.apollographql.com; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const again = await fetch(`${gateway.url}/graphql`, { headers: HTML });
    expect(again.headers.get('content-security-policy')).not.toBe(policy);
    expect(await page.text()).not.toContain('rgk_');
  });

  it('serve the files of the offline explorer, and none outside of its folder', async () => {
    const page = await (await fetch(`${gateway.url}/graphql/explorer/`)).text();
    const script = /src="(main[^"]*\.js)"/.exec(page)?.[1] ?? '';
    const file = await fetch(`${gateway.url}/graphql/explorer/${script}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    for (const path of ['..%2fpackage.json', 'none.js', '..%2f..%2f..%2fpackage.json']) {
      const { status } = await fetch(`${gateway.url}/graphql/explorer/${path}`);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('are not there in production, unless an operator wants them', async () => {
    const closed = await startGateway({ SANDBOX: 'false' });
    for (const path of ['/graphql', '/graphql/explorer/', '/graphql/explorer/main.js']) {
      const answer = await fetch(`${closed.url}${path}`, { headers: HTML });
      expect([path, answer.status]).toEqual([path, path === '/graphql' ? 405 : 404]);
    }
    await closed.stop();
  });

  it('C3: are served what the hosted Sandbox sends, from an allowed origin alone', async () => {
    const send = async (origin: string): Promise<(string | number | null)[]> => {
      const asked = await fetch(`${gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      const answer = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { ...jsonHeaders(gateway.operatorKey), origin, accept: '*/*' },
        body: JSON.stringify({
          operationName: 'IntrospectionQuery',
          query: INTROSPECTION,
          variables: {},
          extensions: {},
        }),
      });
      const { data } = (await answer.json()) as { readonly data: object };
      expect(data).toHaveProperty('__schema');
      return [
        asked.status,
        asked.headers.get('access-control-allow-origin'),
        asked.headers.get('access-control-allow-headers')?.includes('Authorization') ? 'sent' : '',
        answer.headers.get('access-control-allow-origin'),
      ];
    };
    expect(await send(STUDIO)).toEqual([204, STUDIO, 'sent', STUDIO]);
    expect(await send('https://evil.example')).toEqual([204, null, '', null]);
  });

  it('may open a WebSocket from the gateway’s own page, whatever CORS_ORIGINS lists', async () => {
    const { WebSocket } = await import('ws');
    const open = async (origin: string): Promise<boolean> =>
      await new Promise((resolve) => {
        const url = `${gateway.url.replace('http', 'ws')}/graphql`;
        const socket = new WebSocket(url, 'graphql-transport-ws', { origin });
        socket.once('open', () => {
          socket.terminate();
          resolve(true);
        });
        socket.once('error', () => {
          resolve(false);
        });
      });
    expect(await open(gateway.url)).toBe(true);
    expect(await open('http://127.0.0.1:1')).toBe(false);
  });

  it('may keep values for the variables of several operations of one document', async () => {
    const query = 'query A { viewer { subject } } query B($id: ID!) { task(id: $id) { id } }';
    const ask = async (variables: object): Promise<unknown> =>
      await (await gateway.post({ query, operationName: 'A', variables })).json();
    expect(await ask({ id: 'x' })).toMatchObject({ data: { viewer: { subject: 'key:operator' } } });
    expect(await ask({ ids: 'x' })).toMatchObject({
      errors: [{ extensions: { issues: [{ path: '$ids', rule: 'unknownVariable' }] } }],
    });
  });
});

describe('GET /graphql', () => {
  it('tells clients that send queries by GET how they send them by POST', async () => {
    const gateway = await startGateway();
    const answer = await fetch(`${gateway.url}/graphql?query={viewer{subject}}`, {
      headers: { accept: 'application/json', authorization: `Bearer ${gateway.operatorKey}` },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
    expect(await answer.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('preferGetMethod: false') as string }],
    });
    await gateway.stop();
  });
});

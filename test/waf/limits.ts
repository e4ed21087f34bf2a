import { connect as connectHttp2 } from 'node:http2';
import { once } from 'node:events';
import { ERRORS, type ErrorCode } from '../../src/error-registry.js';
import { handshake } from '../support/client/tls-client.js';
import type { Firewall } from '../support/firewall/firewall.js';
import { jsonHeaders, send, type JudgedAnswer, type Target } from './wire-requests.js';

/** A condition and what was found where it did not hold. */
export type Check = readonly [condition: string, fault: string | undefined];

const VIEWER = JSON.stringify({ query: '{ viewer { __typename } }' });
const MB = 1_024 * 1_024;

/** Another address of this machine. */
const OTHER_ADDRESS = '127.0.0.9';

/** Texts that no log may hold. */
const CANARY = 'canary7f3a';

/** What the firewall refuses by itself, and how: status and code. */
function refusals(
  target: Target,
): readonly (readonly [string, number | readonly number[], () => Promise<JudgedAnswer>])[] {
  const headers = jsonHeaders(target);
  const anonymous = { 'content-type': 'application/json' };
  const post = (body: string, more: object = {}): Promise<JudgedAnswer> =>
    send(target, '/graphql', { method: 'POST', headers: { ...headers, ...more }, body });
  const announce = (of: Readonly<Record<string, string>>, bytes: number): Promise<JudgedAnswer> =>
    send(target, '/graphql', {
      method: 'POST',
      headers: { ...of, 'content-length': String(bytes) },
    });
  const withVariable = (id: unknown): string =>
    JSON.stringify({ query: '{ viewer { __typename } }', variables: { id } });
  const get = (path: string): Promise<JudgedAnswer> =>
    send(target, path, { method: 'GET', headers });
  return [
    ['a body of more than 24 MB', 413, () => announce(headers, 24 * MB + 1)],
    ['a body of 17 kB without a credential', 413, () => announce(anonymous, 17_408)],
    [
      'a body of unknown length without a credential',
      413,
      () =>
        send(target, '/graphql', {
          method: 'POST',
          headers: { ...anonymous, 'transfer-encoding': 'chunked' },
          body: VIEWER,
        }),
    ],
    ['a header of 9 kB', 431, () => post(VIEWER, { 'x-probe': 'a'.repeat(9_216) })],
    ['an address of 9 kB', 431, () => get(`/graphql?probe=${'a'.repeat(9_216)}`)],
    ['66 kB outside free text', 413, () => post(withVariable('a'.repeat(67_584)))],
    ['1,001 values', 400, () => post(withVariable(Array.from({ length: 1_001 }, () => 1)))],
    ['a name of 600 characters', 400, () => post(withVariable({ ['a'.repeat(600)]: 1 }))],
    ['lists in lists, 100 deep', 400, () => post(`${'['.repeat(100)}${']'.repeat(100)}`)],
    ['what is no JSON', 400, () => post('{"query":')],
    [
      'a NUL character in free text',
      400,
      () => post(JSON.stringify({ query: 'a', variables: { promptText: '\0' } })),
    ],
    ['a form', 415, () => post('query=a', { 'content-type': 'application/x-www-form-urlencoded' })],
    [
      'a parameter that is named like a value of the body',
      403,
      () => get(`/graphql?json.variables.promptText=${encodeURIComponent("1' or '1'='1")}`),
    ],
    ...['/healthz', '/readyz', '/metrics', '/__emulator/requests', '/%68ealthz'].map(
      (path) => [`the address ${path}`, 404, () => get(path)] as const,
    ),
    // The rules may refuse it before it is looked up.
    ['the address /a/../readyz', [403, 404], () => get('/a/../readyz')],
  ];
}

function faultOfRefusal(statuses: readonly number[], answer: JudgedAnswer): string | undefined {
  if (answer.by !== 'firewall' || !statuses.includes(answer.status)) {
    return `${answer.by} answered ${String(answer.status)}`;
  }
  const { errors } = JSON.parse(answer.text) as {
    readonly errors: readonly [
      { readonly message: string; readonly extensions: Record<string, unknown> },
    ];
  };
  const [{ message, extensions }] = errors;
  const known = ERRORS[extensions['code'] as ErrorCode] as (typeof ERRORS)[ErrorCode] | undefined;
  if (known?.status !== answer.status) return `code ${String(extensions['code'])}`;
  if (extensions['retryable'] !== known.retryable || message === '') return answer.text;
  if (extensions['requestId'] !== answer.requestId) return 'another request id in the body';
  if (answer.headers['strict-transport-security'] === undefined) return 'no HSTS';
  return answer.headers.server === 'nginx' ? undefined : `server: ${String(answer.headers.server)}`;
}

export async function checkRefusals(target: Target): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [condition, status, ask] of refusals(target)) {
    const statuses = [status].flat();
    checks.push([`${condition}: ${statuses.join(' or ')}`, faultOfRefusal(statuses, await ask())]);
  }
  return checks;
}

/** A key that works from one address alone shows which address the gateway was told. */
export async function checkAddresses(target: Target): Promise<Check[]> {
  const made = await send(target, '/graphql', {
    method: 'POST',
    headers: jsonHeaders(target),
    body: JSON.stringify({
      query: 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { credential } }',
      variables: {
        input: { tenant: 'default', scopes: ['TASK_READ'], allowedAddresses: [OTHER_ADDRESS] },
      },
    }),
  });
  const key = /"credential":"([^"]+)"/.exec(made.text)?.[1];
  if (key === undefined) return [['a key for one address is made', made.text]];
  const ask = (options: object, headers: object = {}): Promise<JudgedAnswer> =>
    send(target, '/graphql', {
      method: 'POST',
      headers: { ...jsonHeaders({ ...target, key }), ...headers },
      body: VIEWER,
      ...options,
    });
  const forged = {
    'x-forwarded-for': OTHER_ADDRESS,
    'x-real-ip': OTHER_ADDRESS,
    forwarded: `for=${OTHER_ADDRESS}`,
  };
  const own = await ask({ localAddress: OTHER_ADDRESS });
  const other = await ask({});
  const lying = await ask({}, forged);
  const lyingToo = await ask({ localAddress: OTHER_ADDRESS }, { 'x-forwarded-for': '203.0.113.7' });
  const is = (answer: JudgedAnswer, status: number): string | undefined =>
    answer.by === 'gateway' && answer.status === status
      ? undefined
      : `${answer.by} answered ${String(answer.status)}`;
  return [
    ['a client’s own address reaches the gateway', is(own, 200)],
    ['another address is another client', is(other, 401)],
    ['a forged address counts for nothing', is(lying, 401)],
    ['a forged address does not hide the real one', is(lyingToo, 200)],
  ];
}

export async function checkTransport(target: Target): Promise<Check[]> {
  const [old, plain, http2] = [
    await handshake(target.url, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' }),
    await fetch(target.url.replace('https', 'http')).then(({ status }) => status),
    await overHttp2(target),
  ];
  const tunnel = await send(target, '/graphql', {
    method: 'GET',
    headers: {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABk',
    },
  });
  const told = (condition: string, isGood: boolean, found: unknown): Check => [
    condition,
    isGood ? undefined : String(found),
  ];
  return [
    told('TLS 1.1 is refused', !old.startsWith('TLS'), old),
    told('plain HTTP is refused', plain === 400, plain),
    told('HTTP/2 reaches the gateway', http2 === 200, http2),
    told('no upgrade but to a WebSocket', tunnel.status !== 101, tunnel.status),
  ];
}

async function overHttp2(target: Target): Promise<unknown> {
  const session = connectHttp2(target.url, { ca: target.ca });
  const stream = session.request({
    ':method': 'POST',
    ':path': '/graphql',
    ...jsonHeaders(target),
  });
  stream.end(VIEWER);
  const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
  session.destroy();
  return headers[':status'];
}

/** Neither a prompt, nor a credential, nor a value that a rule has matched. */
export async function checkLogs(target: Target, firewall: Firewall): Promise<Check[]> {
  const answer = await send(target, `/graphql?probe=${CANARY}query'%20or%20'1'='1`, {
    method: 'POST',
    headers: {
      ...jsonHeaders({ ...target, key: `${CANARY}key` }),
      'x-probe': `() { ${CANARY}header;}; /usr/bin/id`,
      cookie: `a=/etc/passwd${CANARY}cookie`,
    },
    body: JSON.stringify({
      query: 'a',
      variables: { promptText: `${CANARY}prompt`, id: `1' or '1'='1 ${CANARY}id` },
    }),
  });
  const logs = firewall.log + JSON.stringify(await firewall.lines());
  const rules = firewall.rulesOf(answer.requestId);
  return [
    ['the rules that matched are logged', rules.includes('942100') ? undefined : rules.join(' ')],
    [
      'no log holds a value',
      logs.includes(CANARY) ? logs.slice(logs.indexOf(CANARY), 200) : undefined,
    ],
  ];
}

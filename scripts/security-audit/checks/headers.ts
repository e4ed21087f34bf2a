import type { AuditedGateway, AskedRequest, ToldResponse } from '../audited-gateway.js';
import type { Check } from '../check.js';
import type { Finding, Severity } from '../finding.js';

/** What each response must have. */
const EXPECTED: readonly (readonly [
  name: string,
  form: RegExp,
  asvs: string,
  severity: Severity,
])[] = [
  [
    'strict-transport-security',
    /max-age=(?:3153[6-9]\d{3}|[4-9]\d{7,}|\d{9,}).*includeSubDomains/,
    'V3.4.1',
    'medium',
  ],
  ['x-content-type-options', /^nosniff$/, 'V3.4.4', 'medium'],
  [
    'content-security-policy',
    /object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
    'V3.4.3',
    'medium',
  ],
  ['referrer-policy', /^no-referrer$/, 'V3.4.5', 'low'],
  ['cache-control', /no-store/, 'V14.3.2', 'medium'],
];

/** What tells of the server. */
const TELLING = ['server', 'x-powered-by', 'x-aspnet-version'];

const INSIDES = /node_modules|\bat [\w.<>]+ \(|\.(?:ts|js):\d+:\d+|<!DOCTYPE|select .* from/i;

interface Probe extends AskedRequest {
  readonly name: string;
  readonly statuses: readonly number[];
  readonly asvs: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Requests without a credential, and how they may be answered. */
const PROBES: readonly Probe[] = [
  { name: 'health', path: '/healthz', statuses: [200], asvs: 'V13.4.5' },
  { name: 'unknown path', path: '/.git/config', statuses: [404], asvs: 'V13.4.1' },
  { name: 'path that cannot be decoded', path: '/%E0%A4%A', statuses: [400, 404], asvs: 'V16.5.1' },
  { name: 'TRACE', method: 'TRACE', path: '/graphql', statuses: [405], asvs: 'V13.4.4' },
  {
    name: 'GET of a query',
    path: '/graphql?query=%7B__typename%7D',
    statuses: [400, 401, 405],
    asvs: 'V3.5.3',
  },
  {
    name: 'page for a browser',
    path: '/graphql',
    headers: { accept: 'text/html' },
    statuses: [400, 401, 404, 405, 406],
    asvs: 'V13.4.5',
  },
  {
    name: 'introspection without a credential',
    method: 'POST',
    path: '/graphql',
    headers: JSON_TYPE,
    body: JSON.stringify({ query: '{ __schema { types { name } } }' }),
    statuses: [401],
    asvs: 'V4.3.2',
  },
  {
    name: 'body that is no JSON',
    method: 'POST',
    path: '/graphql',
    headers: JSON_TYPE,
    body: '{"query":',
    statuses: [400, 401],
    asvs: 'V16.5.1',
  },
  {
    name: 'form of a page',
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ query: '{ __typename }' }),
    statuses: [400, 401, 415],
    asvs: 'V3.5.2',
  },
  {
    name: 'wrong credential',
    method: 'POST',
    path: '/graphql',
    headers: { ...JSON_TYPE, authorization: 'Bearer rgk_audit_0000000000000000000000' },
    body: JSON.stringify({ query: '{ __typename }' }),
    statuses: [401],
    asvs: 'V16.5.1',
  },
  { name: 'schema', path: '/graphql/schema.graphql', statuses: [401], asvs: 'V4.3.2' },
];

export const headersCheck: Check = {
  name: 'headers',
  title: 'security headers, methods, errors and introspection',
  asvs: ['V3.4.1', 'V3.4.3', 'V3.4.4', 'V3.4.5', 'V3.4.6', 'V13.4.4', 'V16.5.1'],
  run: async (context) => {
    const gateway = await context.gateway();
    const findings: Finding[] = [];
    for (const probe of PROBES) {
      findings.push(...judge(probe, await gateway.send(probe)));
    }
    findings.push(...(await batches(gateway)));
    const distinct = [...new Map(findings.map((finding) => [finding.text, finding])).values()];
    return { findings: distinct, seen: PROBES.map(({ name }) => `Request: ${name}.`) };
  },
};

function judge(probe: Probe, { status, headers, text }: ToldResponse): readonly Finding[] {
  const { name, statuses, asvs } = probe;
  const findings: Finding[] = [];
  if (!statuses.includes(status)) {
    findings.push({
      severity: 'high',
      text: `${name}: status ${String(status)}, not ${statuses.join(' or ')}.`,
      remedy: 'Find what answers in place of the gateway, or which setting opens it.',
      asvs: [asvs],
    });
  }
  for (const [header, form, requirement, severity] of EXPECTED) {
    const value = headers[header];
    if (form.test(String(value ?? ''))) continue;
    const told = value === undefined ? 'is missing' : `is ${String(value)}`;
    const remedy = 'Let proxies pass on the headers of the gateway.';
    findings.push({ severity, text: `The header ${header} ${told}.`, remedy, asvs: [requirement] });
  }
  for (const header of TELLING.filter((told) => headers[told] !== undefined)) {
    const remedy = 'Remove it in the proxy.';
    const told = `The header ${header} tells of the server: ${String(headers[header])}.`;
    findings.push({ severity: 'low', text: told, remedy, asvs: ['V13.4.5'] });
  }
  if (INSIDES.test(text)) {
    const remedy = 'Let the gateway answer errors itself.';
    findings.push({
      severity: 'high',
      text: `${name}: the body shows insides.`,
      remedy,
      asvs: ['V16.5.1'],
    });
  }
  return findings;
}

/** Several documents in one request. */
async function batches(gateway: AuditedGateway): Promise<readonly Finding[]> {
  if (gateway.key === undefined) return [];
  const body = [{ query: '{ __typename }' }, { query: '{ __typename }' }];
  const { status } = await gateway.post(body, gateway.key);
  if (status >= 400 && status < 500) return [];
  const text = `A batch is answered with status ${String(status)}.`;
  return [{ severity: 'high', text, remedy: 'Refuse batches.', asvs: ['V2.4.1'] }];
}

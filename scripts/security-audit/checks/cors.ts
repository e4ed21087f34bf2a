import { randomBytes } from 'node:crypto';
import type { AuditedGateway } from '../audited-gateway.js';
import type { Check } from '../check.js';
import type { Finding } from '../finding.js';

const FOREIGN = ['https://evil.example', 'null', 'http://localhost.evil.example'];

export const corsCheck: Check = {
  name: 'cors',
  title: 'responses to pages of foreign origins',
  asvs: ['V3.4.2', 'V3.5.1', 'V4.4.2'],
  run: async (context) => {
    const gateway = await context.gateway();
    const findings: Finding[] = [];
    for (const origin of FOREIGN) {
      findings.push(...(await readable(gateway, origin)), ...(await socket(gateway, origin)));
    }
    return {
      findings,
      seen: FOREIGN.map((origin) => `Origin ${origin}: request, preflight, WebSocket.`),
    };
  },
};

async function readable(gateway: AuditedGateway, origin: string): Promise<readonly Finding[]> {
  const preflight = await gateway.send({
    method: 'OPTIONS',
    path: '/graphql',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  const asked = await gateway.post({ query: '{ __typename }' }, gateway.key, { origin });
  return [preflight, asked].flatMap(({ headers }) => {
    const allowed = headers['access-control-allow-origin'];
    if (allowed === undefined || (allowed !== '*' && allowed !== origin)) return [];
    const text = `Pages of ${origin} may read responses.`;
    return [
      { severity: 'high', text, remedy: 'List exact origins in CORS_ORIGINS.', asvs: ['V3.4.2'] },
    ];
  });
}

async function socket(gateway: AuditedGateway, origin: string): Promise<readonly Finding[]> {
  const { status } = await gateway.send({
    path: '/graphql',
    headers: {
      origin,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-websocket-protocol': 'graphql-transport-ws',
    },
  });
  if (status !== 101) return [];
  const text = `Pages of ${origin} may open a WebSocket.`;
  return [
    { severity: 'high', text, remedy: 'List exact origins in CORS_ORIGINS.', asvs: ['V4.4.2'] },
  ];
}

import { RUNWAY_VERSION } from '../../../src/emulator/server/front.js';
import type { TestGateway } from '../gateway/start-gateway.js';

/** What reached Runway since the log was cleared: `GET /v1/avatars/…`, oldest first. */
export function upstreamCalls({ emulator }: TestGateway): string[] {
  return emulator.requests().map(({ method, path }) => `${method} ${path}`);
}

/** How many requests of this verb reached Runway under this path. */
export function callsTo({ emulator }: TestGateway, method: string, path: string): number {
  return emulator.requests().filter((one) => one.method === method && one.path === path).length;
}

/** The bodies that Runway was sent under this path, oldest first. */
export function bodiesTo({ emulator }: TestGateway, path: string): unknown[] {
  return emulator
    .requests()
    .filter(({ method, path: taken }) => method !== 'GET' && taken === path)
    .map(({ body }) => body);
}

/** Calls Runway past the gateway, as its app does, or another holder of the secret. */
export async function atRunway(
  { emulator }: TestGateway,
  method: string,
  path: string,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    headers: {
      authorization: 'Bearer key_of_somebody_else',
      'content-type': 'application/json',
      'x-runway-version': RUNWAY_VERSION,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** A participant connects to a session that is READY; it ends after its longest duration. */
export async function joinSession(
  { emulator }: TestGateway,
  id: string,
  sessionKey: string,
): Promise<void> {
  const path = `/v1/realtime_sessions/${id}/consume`;
  const headers = { authorization: `Bearer ${sessionKey}` };
  const { status } = await fetch(`${emulator.url}${path}`, { method: 'POST', headers });
  if (status !== 200) throw new Error(`The session cannot be joined: ${String(status)}`);
}

import { randomUUID } from 'node:crypto';
import {
  SecurityAlertsDocument,
  type SecurityAlertFieldsFragment,
  type SecurityAlertFilterInput,
} from '../../../client/src/generated/graphql.js';
import type { AlertRuleId } from '../../../src/domain/alerts/alert-rules.js';
import type { TestGateway } from '../gateway/start-gateway.js';
import type { FakeClock } from '../time/fake-clock.js';

/** Until uses of keys and refusals are written, and the rules have looked at them. */
const SEEN_MS = 16_000;

/** Alerts of one rule, newest first, when the gateway has seen what there is to see. */
export async function alertsOf(
  gateway: TestGateway,
  clock: FakeClock,
  rule: AlertRuleId,
  about: Pick<SecurityAlertFilterInput, 'tenant'> = {},
): Promise<readonly SecurityAlertFieldsFragment[]> {
  await clock.stride(SEEN_MS, 2_000);
  const filter = { rule, ...about };
  const { securityAlerts } = await gateway.data(SecurityAlertsDocument, { filter });
  return securityAlerts.nodes;
}

/** The same until there are so many. */
export async function untilAlerts(
  gateway: TestGateway,
  clock: FakeClock,
  rule: AlertRuleId,
  count: number,
  about: Pick<SecurityAlertFilterInput, 'tenant'> = {},
): Promise<readonly SecurityAlertFieldsFragment[]> {
  const filter = { rule, ...about };
  return await clock.until(
    async () => {
      const { securityAlerts } = await gateway.data(SecurityAlertsDocument, { filter });
      return securityAlerts.nodes.length >= count && securityAlerts.nodes;
    },
    { stepMs: 5_000, steps: 12, strides: true },
  );
}

/** A field that tenants may not use. */
const FORBIDDEN = { query: '{ tenants { nodes { id } } }' };

export async function beRefused(
  gateway: TestGateway,
  key: string,
  times: number,
  from?: string,
): Promise<void> {
  for (let time = 0; time < times; time += 1) await send(gateway, FORBIDDEN, key, from);
}

/** Asks for tasks that are not there. */
export async function guessIds(gateway: TestGateway, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await send(gateway, { query: `{ task(id: "${randomUUID()}") { id } }` }, key);
  }
}

/** A request as it comes through a trusted proxy from that address; returns its status. */
export async function send(
  gateway: TestGateway,
  body: object,
  key: string | null,
  from?: string,
): Promise<number> {
  const headers = from === undefined ? {} : { 'x-forwarded-for': from };
  const response = await gateway.post(body, key, headers);
  await response.text();
  return response.status;
}

export const VIEWER = { query: '{ viewer { expiresAt } }' };

/** The same key with another secret. */
export function wrongSecretOf(key: string): string {
  return `${key.slice(0, -6)}AAAAAA`;
}

export function idOf(key: string): string {
  return key.split('_')[1] ?? '';
}

import { query } from './rows.js';
import type { Operation } from './operation.js';

/** The audit log. */
export const auditOperations = {
  auditEvents: query(
    'audit:read',
    'Security events, spending and changes, newest first: those of your tenant, or of all tenants and of the gateway itself where you are an operator. What has just happened is there within 2 seconds. NOT_FOUND for another tenant.',
    { cost: 10, strings: { 'filter.subject': 'text' } },
  ),
} as const satisfies Record<string, Operation>;

import { mutation, query, subscription } from './rows.js';
import type { Operation } from './operation.js';

/** Security alerts, for operators. */
export const alertOperations = {
  securityAlerts: query(
    'operator',
    'Security alerts of all tenants, newest first. They are kept for 90 days. docs/operating/alerts.md lists the rules.',
    { cost: 10, strings: { 'filter.rule': 'text' } },
  ),
  securityAlertRaised: subscription(
    'operator',
    'Each security alert when it is raised, within 5 seconds of what the gateway has seen. With `after` first those after that alert. Never completes by itself.',
  ),
  liftAlertAnswer: mutation(
    'operator',
    'Ends what the gateway did by itself about a security alert: the throttle, or the suspension of the key. A second call changes nothing. NOT_FOUND for an unknown id.',
  ),
} as const satisfies Record<string, Operation>;

import { flag, integer } from '../setting-types.js';

export const webhookSettings = {
  webhooks: {
    max: integer('WEBHOOKS_MAX', {
      default: 20,
      min: 0,
      max: 1_000,
      unit: 'webhooks',
      text: 'Webhooks of one tenant. 0: none can be made, no `webhookUrl` is taken, and nothing is sent.',
    }),
    timeoutSeconds: integer('WEBHOOK_TIMEOUT_SECONDS', {
      default: 10,
      min: 1,
      max: 60,
      unit: 'seconds',
      text: 'Deadline of one attempt, from the look-up of the name to the end of the answer.',
    }),
    perTenantSecond: integer('WEBHOOK_TENANT_PER_SECOND', {
      default: 50,
      min: 1,
      max: 100_000,
      unit: 'deliveries a second',
      text: 'Attempts that all nodes together make for one tenant in a second, in the long run. Ten seconds’ worth may come at once; the rest waits.',
    }),
    perTenantMax: integer('WEBHOOK_TENANT_CONCURRENCY', {
      default: 20,
      min: 1,
      max: 10_000,
      unit: 'deliveries',
      text: 'Deliveries of one tenant that all nodes together send at once: slow receivers of one tenant hold up no other.',
    }),
    openMax: integer('WEBHOOK_CONCURRENCY', {
      default: 200,
      min: 1,
      max: 10_000,
      unit: 'deliveries',
      text: 'Deliveries that a node sends at once.',
    }),
    retentionDays: integer('WEBHOOK_RETENTION_DAYS', {
      default: 14,
      min: 4,
      max: 3_650,
      unit: 'days',
      text: 'Age at which deliveries are deleted. Those of a webhook that was paused for so long are given up.',
    }),
    loopback: flag('WEBHOOK_LOOPBACK', {
      default: false,
      text: 'Lets webhooks reach the loopback interface of this machine, by http too: for development and tests. Refused in production.',
    }),
  },
};

import { choice, integer } from '../setting-types.js';

const MB = 1_048_576;

/** With less room, the largest request that HTTP accepts could never be stored. */
const LARGEST_REQUEST_BYTES = 25 * MB;

export const tenantSettings = {
  tenancy: choice('TENANCY', ['many', 'single'], {
    default: 'many',
    text: 'single: one tenant owns the gateway and everything in the Runway account. No other tenant can be created, and a start that finds more than one fails.',
  }),
  liveTasksPerTenantMax: integer('LIVE_TASKS_PER_TENANT_MAX', {
    default: 1_000,
    min: 1,
    max: 1_000_000,
    unit: 'tasks',
    text: 'Tasks of one tenant that may be queued or live at once, unless setTenantLimits sets another limit.',
  }),
  queuedTasksPerTenantMax: integer('QUEUED_TASKS_PER_TENANT_MAX', {
    default: 5_000,
    min: 1,
    max: 1_000_000,
    unit: 'tasks',
    text: 'Tasks of one tenant that may be queued at once, whatever setTenantLimits sets.',
  }),
  storedBytesPerTenantMax: integer('STORED_BYTES_PER_TENANT_MAX', {
    default: 256 * MB,
    min: LARGEST_REQUEST_BYTES,
    max: 1_000_000_000_000,
    unit: 'bytes',
    text: "Bytes of one tenant's requests that may be queued or on their way at once. The gateway stores media in data URIs until they are sent.",
  }),
  moderatedMax: integer('MODERATED_MAX', {
    default: 10,
    min: 1,
    max: 100_000,
    unit: 'tasks',
    text: 'Tasks refused by content moderation within MODERATION_WINDOW_HOURS that stop a tenant. An operator lifts the stop with resumeTenant.',
  }),
  moderationWindowHours: integer('MODERATION_WINDOW_HOURS', {
    default: 24,
    min: 1,
    max: 720,
    unit: 'hours',
    text: 'The window of MODERATED_MAX.',
  }),
};

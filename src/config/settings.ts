import { listSettings, type SettingTree, type ValuesOf } from './setting.js';
import { accessSettings } from './settings/access-settings.js';
import { alertSettings } from './settings/alert-settings.js';
import { archiveSettings } from './settings/archive-settings.js';
import { auditSettings } from './settings/audit-settings.js';
import { encryptionSettings } from './settings/encryption-settings.js';
import { limitSettings } from './settings/limit-settings.js';
import { metricsSettings } from './settings/metrics-settings.js';
import { emulatorSettings, runwaySettings } from './settings/runway-settings.js';
import { outwardSettings } from './settings/outward-settings.js';
import { serverSettings } from './settings/server-settings.js';
import { studioSettings } from './settings/studio-settings.js';
import { storeSettings } from './settings/store-settings.js';
import { retentionSettings } from './settings/retention-settings.js';
import { spendingSettings } from './settings/spending-settings.js';
import { tenantSettings } from './settings/tenant-settings.js';
import { webhookSettings } from './settings/webhook-settings.js';
import { traceSettings } from './settings/trace-settings.js';

/**
 * The table of settings: every environment variable that the gateway reads, in the shape of the
 * configuration. It makes `Config`, `.env.example` and docs/reference/settings.md.
 */
export const SETTINGS = {
  ...serverSettings,
  ...studioSettings,
  ...storeSettings,
  ...archiveSettings,
  ...runwaySettings,
  ...emulatorSettings,
  ...outwardSettings,
  ...accessSettings,
  ...limitSettings,
  ...tenantSettings,
  ...retentionSettings,
  ...encryptionSettings,
  ...auditSettings,
  ...alertSettings,
  ...webhookSettings,
  ...spendingSettings,
  ...metricsSettings,
  ...traceSettings,
} satisfies SettingTree;

/** The value of each setting by itself. */
export type SettingValues = ValuesOf<typeof SETTINGS>;

/** The headings of the settings' pages, in order. Together they hold each setting once. */
export const SETTING_SECTIONS: readonly {
  readonly title: string;
  readonly settings: SettingTree;
}[] = [
  { title: 'Server', settings: serverSettings },
  { title: 'Studio', settings: studioSettings },
  { title: 'Store', settings: storeSettings },
  { title: 'Outputs', settings: archiveSettings },
  { title: 'Runway', settings: runwaySettings },
  { title: 'Emulator', settings: emulatorSettings },
  { title: 'Proxy', settings: outwardSettings },
  { title: 'Access', settings: accessSettings },
  { title: 'Limits', settings: limitSettings },
  { title: 'Tenants', settings: tenantSettings },
  { title: 'Retention', settings: retentionSettings },
  { title: 'Encryption', settings: encryptionSettings },
  { title: 'Audit log', settings: auditSettings },
  { title: 'Alerts', settings: alertSettings },
  { title: 'Webhooks', settings: webhookSettings },
  { title: 'Spending', settings: spendingSettings },
  { title: 'Metrics', settings: metricsSettings },
  { title: 'Traces', settings: traceSettings },
];

/** The names of all settings. */
export const SETTING_NAMES: ReadonlySet<string> = new Set(
  listSettings(SETTINGS).map(({ name }) => name),
);

/** The second names that some of them have. */
export const OTHER_SETTING_NAMES: ReadonlySet<string> = new Set(
  listSettings(SETTINGS).flatMap(({ options: { otherName } }) => otherName ?? []),
);

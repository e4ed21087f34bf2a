import { listSettings, type SettingTree, type ValuesOf } from './setting.js';
import { accessSettings } from './settings/access-settings.js';
import { auditSettings } from './settings/audit-settings.js';
import { encryptionSettings } from './settings/encryption-settings.js';
import { limitSettings } from './settings/limit-settings.js';
import { emulatorSettings, runwaySettings } from './settings/runway-settings.js';
import { serverSettings } from './settings/server-settings.js';
import { storeSettings } from './settings/store-settings.js';
import { retentionSettings } from './settings/retention-settings.js';
import { spendingSettings } from './settings/spending-settings.js';
import { tenantSettings } from './settings/tenant-settings.js';

/**
 * The table of settings: every environment variable that the gateway reads, in the shape of the
 * configuration. It makes `Config`, `.env.example` and docs/reference/settings.md.
 */
export const SETTINGS = {
  ...serverSettings,
  ...storeSettings,
  ...runwaySettings,
  ...emulatorSettings,
  ...accessSettings,
  ...limitSettings,
  ...tenantSettings,
  ...retentionSettings,
  ...encryptionSettings,
  ...auditSettings,
  ...spendingSettings,
} satisfies SettingTree;

/** The value of each setting by itself. */
export type SettingValues = ValuesOf<typeof SETTINGS>;

/** The headings of the settings' pages, in order. Together they hold each setting once. */
export const SETTING_SECTIONS: readonly {
  readonly title: string;
  readonly settings: SettingTree;
}[] = [
  { title: 'Server', settings: serverSettings },
  { title: 'Store', settings: storeSettings },
  { title: 'Runway', settings: runwaySettings },
  { title: 'Emulator', settings: emulatorSettings },
  { title: 'Access', settings: accessSettings },
  { title: 'Limits', settings: limitSettings },
  { title: 'Tenants', settings: tenantSettings },
  { title: 'Retention', settings: retentionSettings },
  { title: 'Encryption', settings: encryptionSettings },
  { title: 'Audit log', settings: auditSettings },
  { title: 'Spending', settings: spendingSettings },
];

/** The names of all settings. */
export const SETTING_NAMES: ReadonlySet<string> = new Set(
  listSettings(SETTINGS).map(({ name }) => name),
);

import type { Environment } from '../../../src/config/config.js';
import { ALERT_RULE_IDS } from '../../../src/domain/alerts/alert-rules.js';

/** No rule looks for suspicious patterns: most suites move time on by hours, and none is about them. */
export const NO_ALERTS = {
  ALERT_THRESHOLDS: ALERT_RULE_IDS.map((id) => `${id}:0`).join(),
} satisfies Environment;

/** Every rule looks, from its default threshold on. */
export const EVERY_ALERT = { ALERT_THRESHOLDS: '' } satisfies Environment;

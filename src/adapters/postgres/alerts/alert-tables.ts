import type {
  AlertAnswer,
  AlertRuleId,
  AlertSeverity,
} from '../../../domain/alerts/alert-rules.js';
import type { Defaulted } from '../connection/column-types.js';

/** See SecurityAlert. */
export interface SecurityAlertsTable {
  id: string;
  number: number;
  rule: AlertRuleId;
  severity: AlertSeverity;
  subject: string;
  detail: string | null;
  tenant_id: string | null;
  key_id: string | null;
  address: string | null;
  count: number;
  threshold: number;
  raised_at: Date;
  last_seen_at: Date;
  /** When a node logged it; null: none has. */
  told_at: Defaulted<Date | null>;
  answer: AlertAnswer | null;
  answer_ends_at: Date | null;
  lifted_at: Defaulted<Date | null>;
  lifted_by: Defaulted<string | null>;
}

/** One row: the newest number of an alert, and how far old ones are deleted. */
export interface AlertStateTable {
  is_only: Defaulted<boolean>;
  number: number;
  floor: number;
  evaluated_at: Date | null;
}

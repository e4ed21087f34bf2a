import { GatewayError } from '../../errors.js';

/** Days of one report. Source: the SDK's comments on organization.retrieveUsage; ours keep to it. */
export const REPORT_DAYS_MAX = 90;

const DAY_MS = 86_400_000;

export const FROM_DAY = 'The first day.';
export const BEFORE_DAY = `The day after the last one, 1–${String(REPORT_DAYS_MAX)} days after \`from\`.`;

/** Throws BAD_USER_INPUT unless 1 to REPORT_DAYS_MAX days lie between two UTC days, YYYY-MM-DD. */
export function checkReportDays(from: string, before: string, path = 'before'): void {
  const days = (Date.parse(before) - Date.parse(from)) / DAY_MS;
  if (days >= 1 && days <= REPORT_DAYS_MAX) return;
  const message = `Must be 1 to ${String(REPORT_DAYS_MAX)} days after \`from\`.`;
  const allowed = [`1–${String(REPORT_DAYS_MAX)} days`];
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path, rule: 'range', message, allowed }],
  });
}

import { areAlertAnswers, areAlertThresholds } from '../../domain/alerts/alert-choices.js';
import { integer, list } from '../setting-types.js';

/** The rules themselves are a table: src/domain/alerts/alert-rules.ts. */
export const alertSettings = {
  alerts: {
    thresholds: list('ALERT_THRESHOLDS', {
      type: 'rule:number, separated by commas',
      whenEmpty: 'those of docs/operating/alerts.md',
      check: {
        accepts: areAlertThresholds,
        error: 'must be rules of docs/operating/alerts.md with a number each, e.g. new_network:2.',
      },
      text: 'Counts from which on rules raise an alert, where they differ from the table in docs/operating/alerts.md. 0 turns a rule off.',
    }),
    answers: list('ALERT_ANSWERS', {
      type: 'rule:throttle or rule:suspend, separated by commas',
      whenEmpty: 'the gateway tells of alerts and does nothing else',
      check: {
        accepts: areAlertAnswers,
        error:
          'must be rules of docs/operating/alerts.md, each with throttle or suspend as that rule permits, e.g. id_enumeration:throttle.',
      },
      text: 'What the gateway does by itself when a rule raises an alert. throttle: few requests a minute for the caller or address, for ALERT_THROTTLE_MINUTES. suspend: the key is refused until an operator lifts it; a key with the scope operator is never suspended.',
    }),
    throttleRequests: integer('ALERT_THROTTLE_REQUESTS_PER_MINUTE', {
      default: 10,
      min: 1,
      max: 1_000_000,
      unit: 'requests a minute',
      text: 'Requests of a caller or address that an alert has throttled.',
    }),
    throttleMinutes: integer('ALERT_THROTTLE_MINUTES', {
      default: 15,
      min: 1,
      max: 10_080,
      unit: 'minutes',
      text: 'How long such a throttle lasts, unless an operator lifts it.',
    }),
    spendFloorCredits: integer('ALERT_SPEND_FLOOR_CREDITS', {
      default: 1_000,
      min: 0,
      max: 1_000_000_000,
      unit: 'credits a day',
      text: 'A day on which a tenant or key spends less raises no alert of the spend rules, whatever it spent on the days before.',
    }),
  },
};

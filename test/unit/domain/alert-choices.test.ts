import {
  alertAnswers,
  alertThresholds,
  areAlertAnswers,
  areAlertThresholds,
} from '../../../src/domain/alerts/alert-choices.js';
import { ALERT_RULE_IDS, alertRule } from '../../../src/domain/alerts/alert-rules.js';

describe('the choices of an operator about alerts', () => {
  it('permit no answer that a client without the credential could cause', () => {
    for (const id of ALERT_RULE_IDS) {
      const { watches, answers } = alertRule(id);
      const isHolder = 'by' in watches && watches.by === 'caller';
      const maySuspend = isHolder || watches.kind === 'networks';
      if (!maySuspend) expect([id, answers]).not.toEqual([id, expect.arrayContaining(['SUSPEND'])]);
    }
    expect(areAlertAnswers(['attacked_key:suspend'])).toBe(false);
    expect(areAlertAnswers(['attacked_key:throttle'])).toBe(false);
    expect(areAlertAnswers(['ended_credential:suspend'])).toBe(false);
    expect(areAlertAnswers(['credential_stuffing:suspend'])).toBe(false);
  });

  it('are read rule by rule', () => {
    const items = ['new_network:suspend', 'id_enumeration:throttle'];
    expect(areAlertAnswers(items)).toBe(true);
    expect(alertAnswers(items)).toEqual(
      new Map([
        ['new_network', 'SUSPEND'],
        ['id_enumeration', 'THROTTLE'],
      ]),
    );
    expect(areAlertAnswers(['new_network:suspend', 'new_network:throttle'])).toBe(false);
    expect(areAlertAnswers(['no_rule:throttle'])).toBe(false);
  });

  it('change thresholds, and turn a rule off with 0', () => {
    const items = ['spend_of_tenant:2.5', 'new_network:0'];
    expect(areAlertThresholds(items)).toBe(true);
    const thresholds = alertThresholds(items);
    expect(thresholds.get('spend_of_tenant')).toBe(2.5);
    expect(thresholds.has('new_network')).toBe(false);
    expect(thresholds.get('denials_of_caller')).toBe(20);
    for (const wrong of ['new_network:-1', 'new_network:two', 'constructor:1', 'new_network']) {
      expect(areAlertThresholds([wrong])).toBe(false);
    }
  });
});

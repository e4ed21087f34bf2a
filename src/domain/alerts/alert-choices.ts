import {
  ALERT_ANSWERS,
  ALERT_RULE_IDS,
  alertRule,
  isAlertRule,
  type AlertAnswer,
  type AlertRuleId,
} from './alert-rules.js';

/** `rule:value`; nothing else is one. */
const PAIR = /^([a-z_0-9]+):([a-z_0-9.]+)$/;

function pairOf(item: string): readonly [AlertRuleId, string] | undefined {
  const [, rule = '', value = ''] = PAIR.exec(item) ?? [];
  return isAlertRule(rule) ? [rule, value] : undefined;
}

function answerOf(item: string): readonly [AlertRuleId, AlertAnswer] | undefined {
  const [rule, value = ''] = pairOf(item) ?? [];
  if (rule === undefined) return undefined;
  const answer = ALERT_ANSWERS.find((one) => one.toLowerCase() === value);
  if (answer === undefined || !alertRule(rule).answers.includes(answer)) return undefined;
  return [rule, answer];
}

function thresholdOf(item: string): readonly [AlertRuleId, number] | undefined {
  const [rule, value = ''] = pairOf(item) ?? [];
  if (rule === undefined || !/^\d{1,9}(?:\.\d{1,3})?$/.test(value)) return undefined;
  return [rule, Number(value)];
}

function eachRuleOnce(pairs: readonly (readonly [AlertRuleId, unknown] | undefined)[]): boolean {
  const rules = pairs.map((pair) => pair?.[0]);
  return !rules.includes(undefined) && new Set(rules).size === rules.length;
}

/** Whether every item is `rule:answer`, with an answer that the rule permits, and no rule is twice. */
export function areAlertAnswers(items: readonly string[]): boolean {
  return eachRuleOnce(items.map(answerOf));
}

/** Whether every item is `rule:number`, and no rule is twice. */
export function areAlertThresholds(items: readonly string[]): boolean {
  return eachRuleOnce(items.map(thresholdOf));
}

/** The answer of each rule that has one. */
export function alertAnswers(items: readonly string[]): ReadonlyMap<AlertRuleId, AlertAnswer> {
  return new Map(items.map(answerOf).filter((pair) => pair !== undefined));
}

/** The threshold of every rule that is on. */
export function alertThresholds(items: readonly string[]): ReadonlyMap<AlertRuleId, number> {
  const chosen = new Map(items.map(thresholdOf).filter((pair) => pair !== undefined));
  const all = ALERT_RULE_IDS.map((id) => [id, chosen.get(id) ?? alertRule(id).threshold] as const);
  return new Map(all.filter(([, threshold]) => threshold > 0));
}

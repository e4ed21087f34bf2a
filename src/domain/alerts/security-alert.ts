import type { AlertAnswer, AlertRuleId, AlertSeverity } from './alert-rules.js';

/** A pattern that was seen, before it is known whether it is already told of. */
export interface AlertSighting {
  readonly rule: AlertRuleId;
  /** Who or what it is about: `key:ab12`, `tenant:acme`, `address:192.0.2.1`, `account:default`. */
  readonly subject: string;
  /** What of the subject, where a rule can fire for several: a network, or a limit of Runway. */
  readonly detail: string | null;
  readonly tenantId: string | null;
  /** The key that can be suspended for it. */
  readonly keyId: string | null;
  /** The address that can be throttled for it. */
  readonly address: string | null;
  readonly count: number;
  readonly threshold: number;
}

/** A sighting that operators are told of. It holds names and numbers alone, never a client's text. */
export interface SecurityAlert extends AlertSighting {
  readonly id: string;
  /** From 1 on, in the order of commits. */
  readonly number: number;
  readonly severity: AlertSeverity;
  readonly raisedAt: Date;
  /** When the pattern was last seen; `count` is the largest so far. */
  readonly lastSeenAt: Date;
  /** What the gateway has done by itself; null: nothing. */
  readonly answer: AlertAnswer | null;
  /** Null: until it is lifted. */
  readonly answerEndsAt: Date | null;
  readonly liftedAt: Date | null;
  /** Viewer.subject of the operator. */
  readonly liftedBy: string | null;
}

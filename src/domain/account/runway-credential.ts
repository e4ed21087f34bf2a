import type { KeptKind } from '../resource/kinds.js';

/** The name under which the operator's stored secret is kept. */
export const OPERATOR_CREDENTIAL = 'operator';

/** Facts about a stored Runway secret, without the secret. */
export interface RunwayCredential {
  /** The account that it opens. */
  readonly account: string;
  /** Null: the operator. */
  readonly tenantId: string | null;
  /** A keyed hash of the secret, which tells two secrets of one tenant apart. */
  readonly mark: string;
  readonly setAt: Date;
  /** Viewer.subject, or `operator` where an operator has set it for a tenant. */
  readonly setBy: string;
  /** When it was retired: no new work uses it since; null: it is in use. */
  readonly retiredAt: Date | null;
  /** Grows whenever the secret of the account is replaced. */
  readonly version: number;
}

/** An object that was made with an account. Another secret of the same organisation can read it. */
export interface MadeThing {
  readonly kind: 'task' | KeptKind;
  readonly id: string;
}

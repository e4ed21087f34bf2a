/** The name under which the operator's stored secret is kept. */
export const OPERATOR_CREDENTIAL = 'operator';

/** A Runway secret that is stored, told of without it. */
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
  /** Since when nothing new is done with it; null: it is in use. */
  readonly retiredAt: Date | null;
  /** Grows whenever the secret of the account is replaced. */
  readonly version: number;
}

/** Something that was made with an account, by which another secret of its organisation is known. */
export interface MadeThing {
  readonly kind: 'task' | 'avatar' | 'document' | 'router' | 'voice';
  readonly id: string;
}

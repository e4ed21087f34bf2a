/** What is signed. */
export interface SignedMessage {
  /** The same in each attempt: a receiver knows by it what it has had. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** Signatures of the Standard Webhooks specification. */
export interface WebhookSigner {
  /** `webhook-id`, `webhook-timestamp` and `webhook-signature`, which has one signature a secret. */
  headersFor(message: SignedMessage, secrets: readonly string[]): Readonly<Record<string, string>>;
  /** `whsec_…` */
  newSecret(): string;
}

import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { SignedMessage, WebhookSigner } from '../../ports/webhooks/webhook-signer.js';

/** 32 bytes. The specification asks for 24 to 64. */
const SECRET_BYTES = 32;

const SECOND_MS = 1_000;

/** The library of the Standard Webhooks specification. */
export const standardWebhookSigner: WebhookSigner = {
  headersFor: ({ id, at, body }: SignedMessage, secrets) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / SECOND_MS)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }),
  newSecret: () => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
};

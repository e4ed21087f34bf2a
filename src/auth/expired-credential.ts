import { GatewayError } from '../errors.js';

/** The credential was good and has expired: a fresh one of the same holder helps, nothing else does. */
export class ExpiredCredential extends GatewayError {
  constructor(detail: string, attemptedKeyId?: string) {
    super('UNAUTHENTICATED', { detail, ...(attemptedKeyId !== undefined && { attemptedKeyId }) });
  }
}

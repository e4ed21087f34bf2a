import { GatewayError } from '../errors.js';

/** The credential was good and has expired: a fresh one of the same holder helps, nothing else does. */
export class ExpiredCredential extends GatewayError {
  constructor(detail: string, attemptedKeyId?: string) {
    super('UNAUTHENTICATED', {
      detail,
      // A token that has run out is replaced every few minutes; a key that has ended is not.
      ...(attemptedKeyId !== undefined && { attemptedKeyId, isReuse: true }),
    });
  }
}

import { GatewayError, type InputIssue } from '../../errors.js';
import type { Context } from '../../ports/context.js';
import { checkText } from './check-argument.js';
import { IDEMPOTENCY_KEY_LENGTH_MAX } from '../tasks/task-payloads.js';

export const IDEMPOTENCY_KEY_DESCRIPTION = `Makes the request repeatable: the same key with the same input returns the first task and sends nothing. 1–${String(IDEMPOTENCY_KEY_LENGTH_MAX)} characters, kept at least 24 hours. The header Idempotency-Key serves too.`;

export const KEY_REQUIRED: InputIssue = {
  path: 'idempotencyKey',
  rule: 'required',
  message: 'This gateway wants an idempotency key on every spending mutation.',
};

/** The argument, or the `Idempotency-Key` header where only that is given. They may not differ. */
export function idempotencyKey(
  argument: string | null | undefined,
  { idempotencyKey: header }: Context,
): string | null {
  if (typeof argument === 'string' && header !== null && argument !== header) {
    throw new GatewayError('BAD_USER_INPUT', {
      issues: [
        {
          path: 'idempotencyKey',
          rule: 'sameAsHeader',
          message: 'Differs from the Idempotency-Key header.',
        },
      ],
    });
  }
  const key = argument ?? header;
  if (key !== null) checkText('idempotencyKey', key, 1, IDEMPOTENCY_KEY_LENGTH_MAX);
  return key;
}

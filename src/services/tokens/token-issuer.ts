import { randomUUID } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import { claimsOf, type IssuedToken } from '../../domain/tenant/issued-token.js';
import type { Scope } from '../../domain/tenant/scope.js';
import type { TokenLimits, Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import { SIGNING_ALGORITHM, type SigningKeys } from './signing-keys.js';

/** A viewer's request for a token. */
export interface TokenRequest {
  readonly scopes: readonly Scope[];
  readonly expiresInSeconds: number;
  readonly limits: TokenLimits;
}

export interface NewToken {
  /** The credential itself. It is stored nowhere. */
  readonly text: string;
  readonly token: IssuedToken;
  readonly expiresAt: Date;
}

const SECOND_MS = 1_000;

/** Issues short-lived tokens to the holders of API keys. */
export class TokenIssuer {
  readonly #options: {
    readonly keys: SigningKeys;
    readonly tasks: Pick<TaskStore, 'listTasks'>;
    readonly clock: Clock;
    readonly log: Logger;
    /** `iss` and `aud` of every token. */
    readonly names: () => { readonly issuer: string; readonly audience: string };
  };

  constructor(options: {
    readonly keys: SigningKeys;
    readonly tasks: Pick<TaskStore, 'listTasks'>;
    readonly clock: Clock;
    readonly log: Logger;
    readonly names: () => { readonly issuer: string; readonly audience: string };
  }) {
    this.#options = options;
  }

  /**
   * A token with at most the rights of the viewer's key. It ends with the key at the latest. Throws
   * TOKENS_NOT_ISSUED without a signing key, FORBIDDEN for a viewer without a key (a token issues
   * no tokens) and for scopes that the key lacks, and NOT_FOUND for a task that is not the
   * viewer's.
   */
  async issue(
    viewer: Viewer,
    { scopes, expiresInSeconds, limits }: TokenRequest,
  ): Promise<NewToken> {
    const { keys, clock, log, names } = this.#options;
    const signingKey = keys.current;
    if (signingKey === undefined) throw new GatewayError('TOKENS_NOT_ISSUED');
    const { kind, id: keyId, secretMark } = viewer.credential;
    if (kind !== 'key' || secretMark === undefined)
      throw new GatewayError('FORBIDDEN', {
        message: 'Only the holder of an API key can issue tokens.',
        detail: 'not with an API key',
      });
    const lacking = scopes.find((scope) => !viewer.scopes.has(scope));
    if (lacking !== undefined) {
      throw new GatewayError('FORBIDDEN', { detail: `lacks ${lacking}`, missingScope: lacking });
    }
    const taskIds = limits.taskIds && [...new Set(limits.taskIds.map((id) => id.toLowerCase()))];
    await this.#requireTasks(viewer, taskIds);

    const iat = Math.floor(clock.now().getTime() / SECOND_MS);
    const exp = Math.min(iat + expiresInSeconds, endOf(viewer));
    const { tenantId } = viewer;
    const token = {
      id: randomUUID(),
      keyId,
      secretMark,
      tenantId,
      scopes: [...new Set(scopes)],
      limits: { ...limits, ...(taskIds && { taskIds }) },
    };
    const { issuer, audience } = names();
    const claims = { iss: issuer, aud: audience, iat, exp, ...claimsOf(token) };
    const text = jsonwebtoken.sign(claims, signingKey.privateKey, {
      algorithm: SIGNING_ALGORITHM,
      header: { alg: SIGNING_ALGORITHM, typ: 'at+jwt', kid: signingKey.id },
    });
    const expiresAt = new Date(exp * SECOND_MS);
    log.info(
      { tenantId, keyId, tokenId: token.id, scopes: token.scopes, expiresAt },
      'token issued',
    );
    return { text, token, expiresAt };
  }

  async #requireTasks({ tenantId }: Viewer, taskIds: readonly string[] | undefined): Promise<void> {
    if (taskIds === undefined) return;
    const page = { first: taskIds.length, after: null };
    const { tasks } = await this.#options.tasks.listTasks(tenantId, { ids: taskIds }, page);
    if (tasks.length < taskIds.length) throw new GatewayError('NOT_FOUND');
  }
}

/** Seconds since 1970; Infinity when the credential does not end. */
function endOf({ expiresAt }: Viewer): number {
  return expiresAt === null ? Infinity : Math.floor(expiresAt.getTime() / SECOND_MS);
}

import type {
  CredentialChange,
  CredentialChanges,
  CredentialFollower,
} from '../../../ports/keys/credential-changes.js';

/** As the trigger `tell_credential_change` tells it, in a notification and in a notice. */
const CHANGE = /^credential (key|tenant):(.+)$/;

/** SQLSTATE of the trigger's notice. */
const NOTICE = 'GW002';

/**
 * Changes of credentials as a trigger tells them, so that no statement can forget to: by notification
 * to every node, and by a notice within the answer to the connection that made the change.
 */
export class ToldCredentialChanges implements CredentialChanges {
  readonly #followers: CredentialFollower[] = [];
  #isHearing = false;

  follow(follower: CredentialFollower): void {
    this.#followers.push(follower);
    follower.onHearing(this.#isHearing);
  }

  tell(change: CredentialChange): void {
    for (const follower of this.#followers) follower.onChange(change);
  }

  /** Whether the notifications of all nodes are received. */
  set isHearing(isHearing: boolean) {
    this.#isHearing = isHearing;
    for (const follower of this.#followers) follower.onHearing(isHearing);
  }
}

/** The change that a notification's payload tells of; undefined: it tells of something else. */
export function credentialChange(payload: string): CredentialChange | undefined {
  const [, kind, id] = CHANGE.exec(payload) ?? [];
  if ((kind !== 'key' && kind !== 'tenant') || id === undefined) return undefined;
  return { kind, id };
}

/** The same of a notice of the server. */
export function noticedChange(notice: {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}): CredentialChange | undefined {
  return notice.code === NOTICE ? credentialChange(notice.message ?? '') : undefined;
}

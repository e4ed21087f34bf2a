/** What has changed: a key's row, or the tenant of many keys. */
export interface CredentialChange {
  readonly kind: 'key' | 'tenant';
  readonly id: string;
}

export interface CredentialFollower {
  /**
   * Called for a change on any node: of this one before its writer goes on, of the others within
   * milliseconds.
   */
  onChange(change: CredentialChange): void;
  /** Whether changes of other nodes are heard from now on. At first they are not. */
  onHearing(isHearing: boolean): void;
}

/** Tells which credentials are not what they were. */
export interface CredentialChanges {
  follow(follower: CredentialFollower): void;
}

import { createHash } from 'node:crypto';

/** Enough of the hash to tell the secrets of one gateway apart, and none of the secret. */
const NAME_DIGITS = 8;

/** Runway secrets under the names by which tasks remember whose they are. */
export interface RunwayAccounts {
  /** The one that new tasks are made with. */
  readonly current: string;
  readonly byName: Readonly<Record<string, { readonly secret: string }>>;
}

/**
 * Names each secret after itself, so that a name means the same after a restart and on every node.
 * The first is for new submissions; tasks of the others are still read with theirs.
 */
export function runwayAccounts([first, ...others]: readonly [
  string,
  ...(readonly string[]),
]): RunwayAccounts {
  return {
    current: nameOf(first),
    byName: Object.fromEntries([first, ...others].map((secret) => [nameOf(secret), { secret }])),
  };
}

function nameOf(secret: string): string {
  const hash = createHash('sha256').update(secret).digest('hex');
  return `runway-${hash.slice(0, NAME_DIGITS)}`;
}

/** Runs git and returns what it prints, without the last line break. Throws where git fails. */
export type Git = (...args: readonly string[]) => string;

export const MIGRATIONS = 'src/adapters/postgres/migrations';

/** Whether a commit has the command of `npm run`. */
export function hasScript(git: Git, commit: string, script: string): boolean {
  const { scripts } = JSON.parse(git('show', `${commit}:package.json`)) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return Object.hasOwn(scripts, script);
}

/** Names of the migrations of a commit, in order. */
export function migrationsOf(git: Git, commit: string): string {
  return git('ls-tree', '--name-only', `${commit}:${MIGRATIONS}`);
}

/**
 * The commits from which an upgrade is tried: the last release before HEAD or, without one, the newest
 * commit that has other migrations than `present`, the names in the folder; and, where that one can make
 * no dump, the commit before HEAD if it can. Empty where the history is not there.
 */
export function baseCommits(git: Git, present: string): readonly string[] {
  const before = attempt(() => git('rev-parse', '--verify', '--quiet', 'HEAD^'));
  if (before === undefined) return [];
  const first = lastRelease(git) ?? otherMigrations(git, present);
  const canDump = (commit: string): boolean => hasScript(git, commit, 'store:dump');
  const all = [
    ...(first === undefined ? [] : [first]),
    ...((first === undefined || !canDump(first)) && canDump(before) ? [before] : []),
  ];
  return [...new Set(all)];
}

function lastRelease(git: Git): string | undefined {
  const tag = attempt(() =>
    git('describe', '--tags', '--abbrev=0', '--first-parent', '--match', 'v[0-9]*', 'HEAD^'),
  );
  return tag === undefined ? undefined : git('rev-parse', `${tag}^{commit}`);
}

function otherMigrations(git: Git, present: string): string | undefined {
  const head = git('rev-parse', 'HEAD');
  if (migrationsOf(git, head) !== present) return head;
  const changes = git('log', '--first-parent', '--format=%H', 'HEAD', '--', MIGRATIONS);
  for (const commit of changes.split('\n')) {
    const before = attempt(() => git('rev-parse', '--verify', '--quiet', `${commit}^`));
    const names = attempt(() => before && migrationsOf(git, before));
    if (before !== undefined && names !== undefined && names !== present) return before;
  }
  return undefined;
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

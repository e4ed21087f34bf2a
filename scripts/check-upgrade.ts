/**
 * `npm run check:upgrade [-- --base COMMIT …]`: fills a store with the gateway of an older commit,
 * over HTTP and against the emulator, and goes on with it in the present one: nothing may be lost, and
 * nothing paid twice. Then it goes back. docs/operating/upgrade.md promises what is checked here.
 *
 * On the embedded store, and on Postgres where TEST_DATABASE_URL names a server. Without `--base`: from the last release or, before the first one, from the newest commit with other
 * migrations; where that one can make no dump, from the commit before HEAD as well.
 *
 * The way back goes by a dump of before the upgrade. A data folder that was copied is none: both copies
 * have the same queue, and each would be sent. Nothing here starts a program on such a copy.
 *
 * Exit codes: 0 all holds · 1 something does not · 3 the older commits are not here, so nothing was checked.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { BuiltCommit } from '../bench/built-commit.js';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import {
  baseCommits,
  hasScript,
  MIGRATIONS,
  migrationsOf,
  type Git,
} from './upgrade/base-commits.js';
import { withEmptyPostgres } from './upgrade/empty-postgres.js';
import type { Check } from './upgrade/filled-store.js';
import type { Program } from './upgrade/program.js';
import { upgradeByDump, upgradeInPlace, type Versions } from './upgrade/scenarios.js';
import { UpgradeStage } from './upgrade/upgrade-stage.js';
import { readScriptOptions } from './script-options.js';

/** What scripts/check.ts takes for a step that could check nothing. */
const NOT_CHECKED = 3;

/** 15 min. It takes two to three on two free cores, and seven were seen on busy ones; what hangs must end. */
const RUN_MS_MAX = 900_000;

killStartedWithThisProcess();
const startedAt = performance.now();
const values = readScriptOptions(import.meta.url, { base: { type: 'string', multiple: true } });

const git: Git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

type Scenario = (stage: UpgradeStage, versions: Versions) => Promise<readonly Check[]>;

/** Prints each check of a scenario; returns whether all hold. */
async function run(
  title: string,
  scenario: Scenario,
  versions: Versions,
  databaseUrl?: string,
): Promise<boolean> {
  const stage = await UpgradeStage.open(databaseUrl);
  try {
    const checks = await scenario(stage, versions);
    const lines = checks.map(([condition, fault]) =>
      fault === undefined ? `  holds  ${condition}` : `  FAILS  ${condition}: ${fault}`,
    );
    console.log([`${versions.older.name}, ${title}:`, ...lines].join('\n'));
    return checks.every(([, fault]) => fault === undefined);
  } catch (error) {
    console.log(`${versions.older.name}, ${title}:\n  FAILS  ${(error as Error).message}`);
    return false;
  } finally {
    await stage.close();
  }
}

/** `serverUrl`: a Postgres on which the data is carried over as well. */
async function upgradeFrom(
  commit: string,
  newer: Program,
  serverUrl: string | undefined,
): Promise<boolean> {
  const built = BuiltCommit.build(commit, { quick: true });
  const remove = (): void => {
    built.remove();
  };
  // Also where the run is interrupted: git remembers its folder.
  process.once('exit', remove);
  try {
    const migrations = migrationsOf(git, commit);
    const canDump = hasScript(git, commit, 'store:dump') && hasScript(git, commit, 'store:restore');
    const older: Program = { name: built.title, main: built.main, migrations };
    const versions = { older, newer };
    console.log(
      `From ${older.name}, which has ${migrations === newer.migrations ? 'the same' : 'other'} migrations.`,
    );
    if (!canDump) {
      console.log(
        '  It has no store:dump and no store:restore: no dump is carried over, and there is no way back to it but to go forward.',
      );
    }
    const all = await Promise.all([
      run('the data folder', upgradeInPlace, versions),
      ...(canDump ? [run('the dump', upgradeByDump, versions)] : []),
      ...(serverUrl === undefined
        ? []
        : [
            withEmptyPostgres(serverUrl, (url) => run('a Postgres', upgradeInPlace, versions, url)),
          ]),
    ]);
    return !all.includes(false);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

function commitsToTry(): readonly string[] {
  try {
    return (
      values.base?.map((name) => git('rev-parse', `${name}^{commit}`)) ?? baseCommits(git, present)
    );
  } catch (error) {
    if (values.base !== undefined) throw error;
    return []; // No git, or no history.
  }
}

/** Names of the migrations of this build. */
const present = readdirSync(MIGRATIONS).sort().join('\n');
const commits = commitsToTry();
const postgres = process.env['TEST_DATABASE_URL'];
if (postgres === undefined) console.log('Postgres: skipped, TEST_DATABASE_URL is not set.');
if (commits.length === 0) {
  console.error(
    'NO UPGRADE WAS CHECKED: no older commit is here. Fetch the history (git fetch --unshallow), or name one with --base.',
  );
  process.exitCode = NOT_CHECKED;
} else {
  setTimeout(() => {
    console.error(`It took longer than ${String(RUN_MS_MAX / 60_000)} min.`);
    process.exit(1);
  }, RUN_MS_MAX).unref();
  execFileSync('node', ['scripts/build-if-stale.mjs'], { stdio: 'inherit' });
  const newer: Program = { name: 'this build', main: 'dist/main.js', migrations: present };
  const results: boolean[] = [];
  // The second one is there for its dump, which is the same for every store.
  for (const [index, commit] of commits.entries())
    results.push(await upgradeFrom(commit, newer, index === 0 ? postgres : undefined));
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  const failed = results.filter((isGood) => !isGood).length;
  console.log(
    `Upgrades from ${String(results.length)} commits: ${String(failed)} failed, in ${seconds} s.`,
  );
  if (failed > 0) process.exitCode = 1;
}

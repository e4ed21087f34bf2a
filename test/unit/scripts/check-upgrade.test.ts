// Guarantee: `npm run check:upgrade` starts from the right commits, and sees each task that was paid
// twice or never.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hasEveryPackage } from '../../../bench/built-commit.js';
import { baseCommits, MIGRATIONS, type Git } from '../../../scripts/upgrade/base-commits.js';
import { paymentFault, paymentsOf } from '../../../scripts/upgrade/payments.js';

const DUMPS = { 'store:dump': 'dump' };

describe('The commits of check:upgrade', () => {
  let folder: string;
  let git: Git;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upgrade-history-'));
    git = (...args) =>
      execFileSync('git', args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    git('init', '--quiet');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Commits a package.json with these scripts, and a migration where one is named. */
  function commit(scripts: object, migration?: string): string {
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    write('package.json', JSON.stringify({ scripts }));
    if (migration !== undefined) write(`${MIGRATIONS}/${migration}`, '');
    git('add', '--all');
    // Whatever name, signature and hooks this machine has.
    const own = ['user.name=a', 'user.email=a@example.com', 'commit.gpgsign=false'];
    const settings = [...own, 'core.hooksPath=/dev/null'].flatMap((each) => ['-c', each]);
    git(...settings, 'commit', '--quiet', '--allow-empty', '--message=a');
    return git('rev-parse', 'HEAD');
  }

  it('are the newest one with other migrations, and the one before HEAD where only that can dump', () => {
    commit({}, '0001-a.ts');
    const other = commit({});
    commit(DUMPS, '0002-b.ts');
    const before = commit(DUMPS);
    commit(DUMPS);
    expect(baseCommits(git, '0001-a.ts\n0002-b.ts')).toEqual([other, before]);
  });

  it('are one where that can dump', () => {
    const other = commit(DUMPS, '0001-a.ts');
    commit(DUMPS, '0002-b.ts');
    expect(baseCommits(git, '0001-a.ts\n0002-b.ts')).toEqual([other]);
  });

  it('begin with the last release before HEAD', () => {
    const release = commit(DUMPS, '0001-a.ts');
    git('tag', 'v1.0.0');
    commit(DUMPS, '0002-b.ts');
    commit(DUMPS, '0003-c.ts');
    git('tag', 'v1.1.0');
    expect(baseCommits(git, '0001-a.ts\n0002-b.ts\n0003-c.ts')).toEqual([release]);
  });

  it('begin with HEAD where a migration is not committed yet', () => {
    commit(DUMPS, '0001-a.ts');
    const head = commit(DUMPS);
    expect(baseCommits(git, '0001-a.ts\n0002-b.ts')).toEqual([head]);
  });

  it('are none without a history', () => {
    commit(DUMPS, '0001-a.ts');
    expect(baseCommits(git, '0001-a.ts')).toEqual([]);
  });
});

describe('The payments of check:upgrade', () => {
  const post = (promptText?: string) => ({
    method: 'POST',
    path: '/v1/text_to_video',
    body: promptText === undefined ? null : { promptText },
  });
  const faultOf = (...requests: readonly ReturnType<typeof post>[]): string | undefined =>
    paymentFault(paymentsOf(requests), ['a', 'b']);

  it('hold when each task was sent once', () => {
    expect(faultOf(post('a'), post('b'))).toBeUndefined();
    expect(faultOf(post('a'), post('b'), { ...post('a'), method: 'GET' })).toBeUndefined();
  });

  it('do not when one was sent twice, never, or without a name', () => {
    expect(faultOf(post('a'), post('b'), post('a'))).toBe('a: 2 times');
    expect(faultOf(post('a'))).toBe('b: never');
    expect(faultOf(post('a'), post('b'), post('c'))).toBe('c: 1 times');
    expect(faultOf(post('a'), post('b'), post())).toBe('without a prompt: 1 times');
  });
});

describe('The packages of an older commit', () => {
  const lock = (packages: object): string => JSON.stringify({ packages });
  const a = { version: '1.0.0', integrity: 'sha512-a' };

  it('are here when each is locked alike, whatever else is', () => {
    const here = lock({ '': { version: '2.0.0' }, 'node_modules/a': a, 'node_modules/b': a });
    expect(hasEveryPackage(here, lock({ '': {}, 'node_modules/a': a }))).toBe(true);
    const other = { ...a, integrity: 'sha512-b' };
    expect(hasEveryPackage(here, lock({ 'node_modules/a': other }))).toBe(false);
    expect(hasEveryPackage(here, lock({ 'node_modules/c': a }))).toBe(false);
  });
});

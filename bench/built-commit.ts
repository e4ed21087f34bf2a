import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LOCK = 'package-lock.json';

/** What writes dist/ in seconds: the bundler, and before it the native compiler. */
const QUICK = [
  ['scripts/bundle.mjs'],
  ['node_modules/native-typescript/bin/tsc', '-p', 'tsconfig.build.json'],
] as const;

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly integrity?: string }>
  >;
}

/**
 * Whether an installation of the lock file `present` has every package of `wanted`, each at its place
 * and of the same contents.
 */
export function hasEveryPackage(present: string, wanted: string): boolean {
  const { packages: here } = JSON.parse(present) as LockFile;
  const { packages: there } = JSON.parse(wanted) as LockFile;
  return Object.entries(there).every(([place, { version, integrity }]) => {
    // The project itself.
    if (place === '') return true;
    const found = here[place];
    return found?.version === version && found?.integrity === integrity;
  });
}

/** A commit in a folder of its own, built as a release is. */
export class BuiltCommit {
  /** As `git log --oneline` has it. */
  readonly title: string;
  readonly #folder: string;

  private constructor(title: string, folder: string) {
    this.title = title;
    this.#folder = folder;
  }

  /**
   * `name` is whatever git takes for a commit. The packages are shared where those here include all of
   * the commit's. `quick`: without the studio and the database that a build prepares for first starts.
   */
  static build(name: string, { quick = false } = {}): BuiltCommit {
    const title = git('log', '--oneline', '--max-count=1', name);
    const folder = join(mkdtempSync(join(tmpdir(), 'gateway-commit-')), 'checkout');
    git('worktree', 'add', '--detach', '--quiet', folder, name);
    const built = new BuiltCommit(title, folder);
    try {
      built.#install();
      const program = quick && QUICK.find(([file]) => existsSync(join(folder, file)));
      const command = program ? ['node', ...program] : ['npm', 'run', '--silent', 'build'];
      const [file = '', ...args] = command;
      execFileSync(file, args, { cwd: folder, stdio: 'inherit' });
      return built;
    } catch (error) {
      built.remove();
      throw error;
    }
  }

  /** What Node is to run. */
  get main(): string {
    return join(this.#folder, 'dist/main.js');
  }

  remove(): void {
    git('worktree', 'remove', '--force', this.#folder);
    rmSync(join(this.#folder, '..'), { recursive: true, force: true });
  }

  #install(): void {
    const wanted = readFileSync(join(this.#folder, LOCK), 'utf8');
    if (hasEveryPackage(readFileSync(LOCK, 'utf8'), wanted))
      symlinkSync(join(process.cwd(), 'node_modules'), join(this.#folder, 'node_modules'));
    else execFileSync('npm', ['ci', '--silent'], { cwd: this.#folder, stdio: 'inherit' });
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LOCK = 'package-lock.json';

/** A commit in a folder of its own, built as a release is. */
export class BuiltCommit {
  /** As `git log --oneline` has it. */
  readonly title: string;
  readonly #folder: string;

  private constructor(title: string, folder: string) {
    this.title = title;
    this.#folder = folder;
  }

  /** `name` is whatever git takes for a commit. The packages are shared where both lock the same. */
  static build(name: string): BuiltCommit {
    const title = git('log', '--oneline', '--max-count=1', name);
    const folder = join(mkdtempSync(join(tmpdir(), 'gateway-commit-')), 'checkout');
    git('worktree', 'add', '--detach', '--quiet', folder, name);
    const built = new BuiltCommit(title, folder);
    try {
      built.#install();
      execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'inherit' });
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
    const isSame = readFileSync(LOCK).equals(readFileSync(join(this.#folder, LOCK)));
    if (isSame)
      symlinkSync(join(process.cwd(), 'node_modules'), join(this.#folder, 'node_modules'));
    else execFileSync('npm', ['ci', '--silent'], { cwd: this.#folder, stdio: 'inherit' });
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

// Rule: `npm start` runs what the sources say. It builds only when a source is newer than the last
// build, because a start should take two seconds, not ten.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/main.js';

function builtAt() {
  return statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource() {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Math.max(
    ...[...files, 'package.json', 'tsconfig.json'].map((file) => statSync(file).mtimeMs),
  );
}

if (newestSource() > builtAt())
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });

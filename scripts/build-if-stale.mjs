// Rule: `npm start` runs what the sources say. `node --import` loads this before the build, in the same process. It
// builds only when a source is newer than the last build, because a start should take one second, not ten. An
// installation without the compiler (`npm ci --omit=dev`) or without src/ starts the build that is there.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/main.js';
const COMPILER = 'node_modules/esbuild/package.json';

function builtAt() {
  return statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** What the build is made of. */
const FOLDERS = ['src', 'web', 'client/src'];

function newestSource() {
  const files = FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Math.max(
    ...[...files, 'package.json', 'tsconfig.json'].map((file) => statSync(file).mtimeMs),
  );
}

const canBuild = existsSync('src') && existsSync(COMPILER);
if (!canBuild && builtAt() === 0) {
  console.error(
    'There is no build in dist/, and this installation cannot make one: it has no compiler or no src/. ' +
      'Run `npm ci && npm run build` where the development dependencies are installed, and copy dist/ here.',
  );
  process.exit(1);
}
if (existsSync('src') && newestSource() > builtAt()) {
  if (canBuild) {
    console.error('Building, because a source is newer than dist/ …');
    const { execFileSync } = await import('node:child_process');
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  } else {
    console.error(
      'dist/ is older than its sources, and no compiler is installed: starting dist/ as it is.',
    );
  }
}

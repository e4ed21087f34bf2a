/**
 * Generated files are what the generator writes today. Everything else here reads them (types,
 * lint, tests, reviewers), so a stale one makes every other check answer for code that is gone.
 *
 * The files on disk are compared before and after `npm run generate`, not with git, so that the
 * answer is the same in a clean checkout and beside uncommitted work. A generated file that was
 * never committed is missing from a clean checkout and shows up there as new.
 *
 * With `--unless-checked` nothing is generated where neither the generator, nor what it reads, nor
 * what it wrote has changed since a check that passed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GENERATOR_INPUTS } from './generator-inputs.js';

/** Everything that `npm run generate` writes. */
const GENERATED = [
  'src/generated',
  'src/adapters/runway/resources/answers-by-kind.ts',
  'src/api/resources/graph-by-kind.ts',
  'src/domain/resource/rows-by-kind.ts',
  'src/emulator/resources/resource-handlers.ts',
  'src/operations/operations-by-kind.ts',
  'client/src/generated',
  'web/src/generated',
  'schema/schema.graphql',
  '.env.example',
  'docs/asvs.md',
  'docs/decisions/README.md',
  'docs/reference',
  'deploy/waf/plugins/runway-gateway-free-text-before.conf',
];

/** Hash of what a check that passed has seen. */
const CHECKED = 'node_modules/.cache/generated.sha256';

/** SHA-256 by file; a path that does not exist has no entries. */
function snapshot(paths: readonly string[] = GENERATED): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  const visit = (path: string): void => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) {
      for (const name of readdirSync(path)) visit(join(path, name));
    } else if (stats !== undefined) {
      hashes.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
    }
  };
  paths.forEach(visit);
  return hashes;
}

function hashOfAll(): string {
  const all = [...snapshot([...GENERATOR_INPUTS, ...GENERATED])];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

function isChecked(hash: string): boolean {
  const isThere = statSync(CHECKED, { throwIfNoEntry: false }) !== undefined;
  return isThere && readFileSync(CHECKED, 'utf8') === hash;
}

if (process.argv.includes('--unless-checked') && isChecked(hashOfAll())) process.exit(0);

const before = snapshot();
const { status } = spawnSync('npm', ['run', '--silent', 'generate'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) {
  console.error('`npm run generate` itself failed, see above.');
  process.exit(1);
}
const after = snapshot();

const changes = [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => {
  if (!before.has(file)) return [`  new      ${file}`];
  if (!after.has(file)) return [`  removed  ${file}`];
  return before.get(file) === after.get(file) ? [] : [`  changed  ${file}`];
});
if (changes.length > 0) {
  console.error(`The generator writes something else than what was here:\n${changes.join('\n')}`);
  console.error('Run `npm run generate` and commit.');
  process.exit(1);
}
mkdirSync(dirname(CHECKED), { recursive: true });
writeFileSync(CHECKED, hashOfAll());

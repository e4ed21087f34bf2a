/**
 * `npm run check:licences [-- --project FOLDER]`: every package of the lockfile has a licence of the
 * list in scripts/supply-chain/licences.ts. Ends with 1 where one has not.
 */
import { licenceFaults } from './supply-chain/licences.js';
import { readLockedPackages } from './supply-chain/locked-packages.js';
import { readScriptOptions } from './script-options.js';

const values = readScriptOptions(import.meta.url, { project: { type: 'string', default: '.' } });

const packages = readLockedPackages(values.project);
const faults = licenceFaults(values.project, packages);
for (const { locked, reason } of faults) {
  console.error(`${locked.name}@${locked.version} at ${locked.path} ${reason}.`);
}
console.log(
  `${String(packages.length)} packages: ${String(faults.length)} without an allowed licence.`,
);
if (faults.length > 0) process.exitCode = 1;

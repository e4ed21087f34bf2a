/**
 * `npm run sdk:replay`: takes old versions of Runway's SDK in turn, and generates the inputs of each
 * from what its predecessor published. Between two versions nothing may break clients but what Runway
 * has withdrawn. It downloads packages, so it is no part of `npm test`. It changes no file here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readBoundsFiles } from '../schema/generate/bounds-merge.js';
import { INPUT_ROWS } from '../schema/generate/context.js';
import { replayVersion, type ReplayedVersion } from '../schema/generate/replay.js';
import { readSdk } from '../schema/generate/sdk.js';
import { readTypedRequests } from '../schema/generate/typed-requests.js';

const VERSIONS = ['4.12.0', '4.15.0', '4.17.1', '4.18.0', '4.19.1', '4.20.1'];

const folder = mkdtempSync(path.join(tmpdir(), 'sdk-replay-'));
let unexplained = 0;
try {
  console.log(
    '| SDK | inputs | additions | withdrawn by Runway | other breaks | shapes left out | words missing |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const details: string[] = [];
  let predecessor: ReplayedVersion | undefined;
  for (const version of VERSIONS) {
    const sdk = download(version);
    const replayed = replayVersion(
      { methods: readSdk(sdk), rows: INPUT_ROWS, bounds: readBoundsFiles() },
      predecessor,
      readTypedRequests(sdk),
    );
    const { plans, added, withdrawn, findings } = replayed;
    const countOf = (section: string): number =>
      findings.filter((finding) => finding.section === section).length;
    const cells = [
      version,
      plans.length,
      added,
      withdrawn.length,
      replayed.unexplained.length,
      countOf('shapes'),
      countOf('words'),
    ];
    console.log(`| ${cells.join(' | ')} |`);
    unexplained += replayed.unexplained.length;
    details.push(
      ...withdrawn.map((line) => `${version} withdrawn: ${line}`),
      ...replayed.unexplained.map((line) => `${version} UNEXPLAINED: ${line}`),
    );
    predecessor = replayed;
  }
  for (const line of details) console.log(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (unexplained > 0) process.exitCode = 1;

/** The folder of a version's package. */
function download(version: string): string {
  const spec = `@runwayml/sdk@${version}`;
  const own = path.join(folder, version);
  execFileSync(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', own, spec],
    { stdio: 'inherit' },
  );
  return path.join(own, 'node_modules/@runwayml/sdk');
}

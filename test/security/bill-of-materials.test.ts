// Guarantee: what is shipped is known: each package by version, hash and licence, and none without
// a licence that allows it.
import { readFileSync } from 'node:fs';
import { licenceFaults } from '../../scripts/supply-chain/licences.js';
import type { LockedPackage } from '../../scripts/supply-chain/locked-packages.js';
import { LockedProject } from '../support/supply-chain/locked-project.js';
import { runScript } from '../support/supply-chain/run-script.js';

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string; readonly type: string } };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface LockEntry {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
}

describe('the bill of materials', () => {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly name: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  let bill: Bill;

  beforeAll(async () => {
    const { code, output } = await runScript('sbom.ts', []);
    expect(code).toBe(0);
    bill = JSON.parse(output) as Bill;
  });

  it('S1: is CycloneDX and names the gateway', () => {
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: expect.stringMatching(/^1\.\d$/) as string,
      metadata: { component: { name: manifest.name, type: 'application' } },
    });
  });

  it('S1: has every package of production with the hash of the lockfile, and no other', () => {
    const locked = Object.entries(lockfile.packages)
      .filter(([path, { dev }]) => path !== '' && dev !== true)
      .map(([path, { version, integrity = '' }]) => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        const hash = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
        return `${name}@${version} ${hash}`;
      });
    const listed = bill.components.map(
      ({ name, version, hashes }) => `${name}@${version} ${hashes[0]?.content ?? ''}`,
    );
    expect(new Set(listed)).toEqual(new Set(locked));
    for (const { purl } of bill.components) expect(purl).toMatch(/^pkg:npm\//);
  });

  it('S1: has each direct dependency, and names in dependencies only what it lists', () => {
    const refs = new Set(bill.components.map((component) => component['bom-ref']));
    const root = bill.dependencies.find(({ ref }) => !refs.has(ref));
    const names = root?.dependsOn.map((ref) => ref.slice(0, ref.lastIndexOf('@')));
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(
      bill.dependencies.flatMap(({ dependsOn }) => dependsOn.filter((ref) => !refs.has(ref))),
    ).toEqual([]);
  });
});

function aPackage(licence: string | undefined, isTool: boolean): LockedPackage {
  const where = { path: 'node_modules/a-package', integrity: undefined };
  return { name: 'a-package', version: '1.0.0', isProduction: !isTool, licence, ...where };
}

describe('the licences of packages', () => {
  it('S1: are all on the list', async () => {
    const { code, output } = await runScript('check-licences.ts', []);
    expect(output).toMatch(/^\d{3,} packages: 0 without an allowed licence\.$/m);
    expect(code).toBe(0);
  });

  const cases: readonly (readonly [
    licence: string | undefined,
    isTool: boolean,
    faults: number,
  ])[] = [
    ['(MIT OR GPL-3.0-only)', false, 0],
    ['MIT AND Apache-2.0', false, 0],
    ['MIT AND GPL-3.0-only', false, 1],
    ['AGPL-3.0-or-later', true, 1],
    ['SEE LICENSE IN LICENSE.txt', false, 1],
    ['UNLICENSED', false, 1],
    [undefined, false, 1],
    ['CC-BY-4.0', false, 1],
    ['CC-BY-4.0', true, 0],
  ];
  for (const [licence, isTool, faults] of cases) {
    const use = isTool ? 'a tool' : 'production';
    it(`S1: ${String(licence)} in ${use} is ${faults === 0 ? 'allowed' : 'a fault'}`, () => {
      expect(licenceFaults('.', [aPackage(licence, isTool)])).toHaveLength(faults);
    });
  }

  it('S1: end the check with 1 where one is not on the list, and are read where an old package states them', async () => {
    const project = await LockedProject.make({
      'left-pad': { version: '1.2.0' },
      'right-pad': { version: '1.0.0', license: 'GPL-3.0-only' },
    });
    await project.write('node_modules/left-pad/package.json', { licenses: [{ type: 'MIT' }] });
    const { code, output } = await runScript('check-licences.ts', ['--project', project.folder]);
    await project.remove();
    expect(output).toContain(
      'right-pad@1.0.0 at node_modules/right-pad has the licence GPL-3.0-only',
    );
    expect(output).toContain('2 packages: 1 without an allowed licence.');
    expect(code).toBe(1);
  });
});

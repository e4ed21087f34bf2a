// Guarantee: a record of OSV's format closes the gate for exactly the versions that it holds for.
import { judge, type Advisory } from '../../../scripts/supply-chain/advisory.js';
import type { LockedPackage } from '../../../scripts/supply-chain/locked-packages.js';
import { osvAdvisories, type OsvRecord } from '../../../scripts/supply-chain/osv-advisories.js';

const PACKAGES = [
  ['left-pad', '1.2.0', true],
  ['a-tool', '2.0.0', false],
] as const;

const packages: readonly LockedPackage[] = PACKAGES.map(([name, version, isProduction]) => ({
  name,
  version,
  path: `node_modules/${name}`,
  isProduction,
  licence: 'MIT',
  integrity: undefined,
}));

function blockingOf(...records: readonly OsvRecord[]): readonly Advisory[] {
  return judge(osvAdvisories(records, packages), [], '2026-11-15').blocking;
}

/** A record of OSV that holds for `left-pad`. */
function osv(changes: Partial<OsvRecord> = {}, events: readonly object[] = []): OsvRecord {
  const range = events.length > 0 ? events : [{ introduced: '0' }, { fixed: '1.3.0' }];
  return {
    id: 'GHSA-aaaa-bbbb-cccc',
    aliases: ['CVE-2026-1'],
    summary: 'A weakness',
    affected: [
      {
        package: { ecosystem: 'npm', name: 'left-pad' },
        ranges: [{ type: 'SEMVER', events: range }],
      },
    ],
    database_specific: { severity: 'HIGH' },
    ...changes,
  };
}

describe('records of OSV', () => {
  const open: readonly (readonly [name: string, record: OsvRecord])[] = [
    [
      'that was mended before the installed version',
      osv({}, [{ introduced: '0' }, { fixed: '1.2.0' }]),
    ],
    ['that was introduced after it', osv({}, [{ introduced: '1.2.1' }])],
    ['that was withdrawn', osv({ withdrawn: '2026-01-01T00:00:00Z' })],
    [
      'of a package of another registry',
      osv({
        affected: [{ package: { ecosystem: 'PyPI', name: 'left-pad' }, versions: ['1.2.0'] }],
      }),
    ],
    [
      'between two ranges',
      osv({}, [
        { introduced: '0' },
        { fixed: '1.0.0' },
        { introduced: '1.2.1' },
        { fixed: '1.3.0' },
      ]),
    ],
    [
      'whose last affected version is older',
      osv({}, [{ introduced: '0' }, { last_affected: '1.1.9' }]),
    ],
    ['whose limit is the installed version', osv({}, [{ introduced: '0' }, { limit: '1.2.0' }])],
    ['of low severity', osv({ database_specific: { severity: 'LOW' } })],
  ];
  for (const [name, record] of open) {
    it(`S1: stays open for a record of OSV ${name}`, () => {
      expect(blockingOf(record)).toEqual([]);
    });
  }

  const closed: readonly (readonly [name: string, record: OsvRecord])[] = [
    [
      'whose second range holds',
      osv({}, [
        { introduced: '0' },
        { fixed: '1.0.0' },
        { introduced: '1.1.0' },
        { fixed: '1.3.0' },
      ]),
    ],
    [
      'whose events are in no order',
      osv({}, [
        { fixed: '1.3.0' },
        { introduced: '1.1.0' },
        { fixed: '1.0.0' },
        { introduced: '0' },
      ]),
    ],
    [
      'whose last affected version it is',
      osv({}, [{ introduced: '0' }, { last_affected: '1.2.0' }]),
    ],
    [
      'that lists the version',
      osv({ affected: [{ package: { ecosystem: 'npm', name: 'left-pad' }, versions: ['1.2.0'] }] }),
    ],
    ['without a word for its severity', osv({ database_specific: {} })],
    [
      'of a malicious tool',
      osv({
        id: 'MAL-2026-1',
        aliases: [],
        database_specific: {},
        affected: [
          {
            package: { ecosystem: 'npm', name: 'a-tool' },
            ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }],
          },
        ],
      }),
    ],
  ];
  for (const [name, record] of closed) {
    it(`S1: closes for a record of OSV ${name}`, () => {
      expect(blockingOf(record)).toHaveLength(1);
    });
  }

  it('S1: are one advisory where they name each other, with the worst severity', () => {
    const low = osv({ database_specific: { severity: 'LOW' } });
    const other = osv({ id: 'CVE-2026-1', aliases: ['GHSA-aaaa-bbbb-cccc'] });
    expect(blockingOf(low, other)).toEqual([
      expect.objectContaining({
        ids: ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-1'],
        severity: 'high',
      }),
    ]);
  });

  it('S1: compare releases before a version as earlier', () => {
    const before = packages.map((locked) => ({ ...locked, version: '1.3.0-rc.1' }));
    expect(osvAdvisories([osv()], before)).toHaveLength(1);
  });
});

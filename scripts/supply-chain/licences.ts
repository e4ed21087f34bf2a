import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import satisfies from 'spdx-satisfies';
import type { LockedPackage } from './locked-packages.js';

/** Licences that let the gateway be used, changed and passed on, and ask for no more than their text. */
const PERMISSIVE: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
];

/** Licences of data and of programs that development alone runs; nothing of it is shipped. */
const OF_TOOLS: readonly string[] = [...PERMISSIVE, 'CC-BY-3.0', 'CC-BY-4.0', 'MPL-2.0'];

/** Packages of development whose Readme alone states the licence. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  // Of s3rver, by koa and its log.
  'humanize-number@0.0.2': 'MIT',
  'only@0.0.2': 'MIT',
};

export interface LicenceFault {
  readonly locked: LockedPackage;
  readonly reason: string;
}

/** Packages whose licence is not allowed, or not known. */
export function licenceFaults(
  project: string,
  packages: readonly LockedPackage[],
): readonly LicenceFault[] {
  return packages.flatMap((locked) => {
    const licence =
      locked.licence ??
      statedLicence(project, locked) ??
      READ_BY_HAND[`${locked.name}@${locked.version}`];
    if (licence === undefined) return [{ locked, reason: 'states no licence' }];
    const allowed = locked.isProduction ? PERMISSIVE : OF_TOOLS;
    return isAllowed(licence, allowed)
      ? []
      : [{ locked, reason: `has the licence ${licence}, which is not on the list` }];
  });
}

function isAllowed(licence: string, allowed: readonly string[]): boolean {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false; // no SPDX expression: "SEE LICENSE IN …", "UNLICENSED"
  }
}

/** As old packages state it, which npm does not take into the lockfile: `licenses: [{ type }]`. */
function statedLicence(project: string, { path }: LockedPackage): string | undefined {
  const file = join(project, path, 'package.json');
  if (!existsSync(file)) return undefined;
  const { licenses = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly licenses?: readonly { readonly type: string }[];
  };
  return licenses.length === 0 ? undefined : licenses.map(({ type }) => type).join(' OR ');
}

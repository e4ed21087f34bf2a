import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that the lockfile pins, at one place of the tree of packages. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Folder in the project, such as `node_modules/pg`. */
  readonly path: string;
  /** Whether `npm ci --omit=dev` installs it: also what both an optional package and development need. */
  readonly isProduction: boolean;
  /** An SPDX expression. Undefined: the package states its licence in a form that npm does not read. */
  readonly licence: string | undefined;
  /** Hash of the package's archive, as `sha512-…`. */
  readonly integrity: string | undefined;
}

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const FOLDER = 'node_modules/';

/** Every package of a project's lockfile. Throws where a package has no version. */
export function readLockedPackages(project: string): readonly LockedPackage[] {
  const file = join(project, 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes(FOLDER) && link !== true)
    .map(([path, entry]) => {
      if (entry.version === undefined) throw new Error(`${file}: ${path} has no version.`);
      return {
        // An alias (`npm:typescript@7`) is installed under another name than its own.
        name: entry.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length),
        version: entry.version,
        path,
        isProduction: entry.dev !== true,
        licence: entry.license,
        integrity: entry.integrity,
      };
    });
}

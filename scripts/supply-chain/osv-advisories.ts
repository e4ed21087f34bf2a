import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { SEVERITIES, type Advisory, type Severity } from './advisory.js';
import type { LockedPackage } from './locked-packages.js';

/** An event of a range: from here on affected, or from here on mended. */
type RangeEvent = Partial<Record<'introduced' | 'fixed' | 'last_affected' | 'limit', string>>;

/** The members that are read of a record of the Open Source Vulnerability format, version 1. */
export interface OsvRecord {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly summary?: string;
  readonly withdrawn?: string;
  readonly affected?: readonly {
    readonly package?: { readonly ecosystem?: string; readonly name?: string };
    readonly versions?: readonly string[];
    readonly ranges?: readonly {
      readonly type?: string;
      readonly events?: readonly RangeEvent[];
    }[];
  }[];
  readonly database_specific?: { readonly severity?: unknown };
}

/**
 * The records of a folder, such as the unpacked `npm/all.zip` of OSV. Throws where a file is no such
 * record: a folder that is half read must not pass for a whole one.
 */
export function readOsvRecords(folder: string): readonly OsvRecord[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const record = JSON.parse(readFileSync(join(folder, file), 'utf8')) as OsvRecord;
      if (typeof record.id !== 'string' || !Array.isArray(record.affected ?? [])) {
        throw new Error(`${file} is no record of OSV's format.`);
      }
      return record;
    });
}

/**
 * The records that hold for installed packages, without those that were withdrawn; records that name
 * each other are one advisory.
 */
export function osvAdvisories(
  records: readonly OsvRecord[],
  packages: readonly LockedPackage[],
): readonly Advisory[] {
  const byName = new Map<string, LockedPackage[]>();
  for (const locked of packages) {
    byName.set(locked.name, [...(byName.get(locked.name) ?? []), locked]);
  }
  const found: Advisory[] = [];
  for (const record of records.filter(({ withdrawn }) => withdrawn === undefined)) {
    const names = new Set(record.affected?.map((affected) => affected.package?.name ?? ''));
    for (const locked of [...names].flatMap((name) => byName.get(name) ?? [])) {
      if (isAffected(record, locked)) found.push(toAdvisory(record, locked));
    }
  }
  return merged(found);
}

function isAffected({ affected = [] }: OsvRecord, { name, version }: LockedPackage): boolean {
  return affected.some(
    (entry) =>
      entry.package?.ecosystem === 'npm' &&
      entry.package.name === name &&
      (entry.versions?.includes(version) === true ||
        entry.ranges?.some(({ type, events = [] }) => {
          return type !== 'GIT' && isInRange(version, events);
        }) === true),
  );
}

/**
 * Whether a version lies in a range: the last event at or below it decides, and no version at or
 * above every `limit` is affected. Source: the evaluation of OSV's schema.
 */
export function isInRange(version: string, events: readonly RangeEvent[]): boolean {
  const limits = events.flatMap(({ limit }) => (limit === undefined ? [] : [limit]));
  const isBelowALimit = limits.some((limit) => limit === '*' || semver.lt(version, limit));
  if (limits.length > 0 && !isBelowALimit) return false;
  const steps = events.flatMap(({ introduced, fixed, last_affected: last }) => [
    ...(introduced === undefined ? [] : [{ at: introduced, isAfter: false, isAffected: true }]),
    ...(fixed === undefined ? [] : [{ at: fixed, isAfter: false, isAffected: false }]),
    ...(last === undefined ? [] : [{ at: last, isAfter: true, isAffected: false }]),
  ]);
  // A version that is introduced anew where another range ended is affected.
  steps.sort((a, b) => compare(a.at, b.at) || Number(a.isAffected) - Number(b.isAffected));
  return steps
    .filter(({ at, isAfter }) => compare(version, at) >= (isAfter ? 1 : 0))
    .reduce((_, step) => step.isAffected, false);
}

/** `0` stands for a version below all others. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '0') return -1;
  if (b === '0') return 1;
  return semver.compare(a, b);
}

function toAdvisory(record: OsvRecord, locked: LockedPackage): Advisory {
  const { name, version, path, isProduction } = locked;
  return {
    ids: [record.id, ...(record.aliases ?? [])],
    package: name,
    version,
    path,
    isProduction,
    severity: severityOf(record),
    title: record.summary ?? 'no summary',
  };
}

/** A malicious package is critical. A record without a word for its severity counts as high. */
function severityOf({ id, database_specific: specific }: OsvRecord): Severity {
  if (id.startsWith('MAL-')) return 'critical';
  const word = typeof specific?.severity === 'string' ? specific.severity.toLowerCase() : '';
  return SEVERITIES.find((severity) => severity === word) ?? 'high';
}

/** One advisory for each weakness of an installed package, with all its ids and its worst severity. */
function merged(advisories: readonly Advisory[]): readonly Advisory[] {
  const all: Advisory[] = [];
  for (const advisory of advisories) {
    const isSame = ({ path, ids }: Advisory): boolean =>
      path === advisory.path && ids.some((id) => advisory.ids.includes(id));
    const same = all.filter(isSame);
    for (const one of same) all.splice(all.indexOf(one), 1);
    const group = [...same, advisory];
    const worst = Math.max(...group.map(({ severity }) => SEVERITIES.indexOf(severity)));
    all.push({
      ...(group[0] ?? advisory),
      ids: [...new Set(group.flatMap(({ ids }) => ids))],
      severity: SEVERITIES[worst] ?? 'high',
    });
  }
  return all;
}

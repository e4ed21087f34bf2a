import type { SchemaChange } from './schema-changes.js';

const UNRELEASED = '## [Unreleased]';
const HEADING = '### Schema';

/** The entry of a change. */
export function entryOf({ isBreaking, text }: SchemaChange): string {
  return isBreaking ? `- **Breaking**: ${text}` : `- ${text}`;
}

/** Changes that break clients and do not stand in the changelog, under what is not released. */
export function undeclared(
  changes: readonly SchemaChange[],
  changelog: string,
): readonly SchemaChange[] {
  const entries = new Set(unreleasedOf(changelog).split('\n'));
  return changes.filter((change) => change.isBreaking && !entries.has(entryOf(change)));
}

/** The changelog with an entry for each of the changes; those that it has already are not repeated. */
export function withEntries(changelog: string, changes: readonly SchemaChange[]): string {
  const section = unreleasedOf(changelog);
  const known = new Set(section.split('\n'));
  const fresh = changes.map(entryOf).filter((entry) => !known.has(entry));
  if (fresh.length === 0) return changelog;
  const added = fresh.join('\n');
  const grown = section.includes(`\n${HEADING}\n`)
    ? section.replace(`\n${HEADING}\n`, `\n${HEADING}\n\n${added}`)
    : `${section.trimEnd()}\n\n${HEADING}\n\n${added}\n`;
  return changelog.replace(section, () => grown.replace(/\n\n\n+/g, '\n\n'));
}

/** From its heading to the next release, or the end. */
function unreleasedOf(changelog: string): string {
  const start = changelog.indexOf(UNRELEASED);
  if (start === -1) throw new Error(`The changelog has no heading ${UNRELEASED}.`);
  const end = changelog.indexOf('\n## ', start + UNRELEASED.length);
  return changelog.slice(start, end === -1 ? undefined : end);
}

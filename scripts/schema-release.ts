/**
 * `npm run schema:release` records what clients may rely on from here on: schema/released.graphql
 * becomes schema/schema.graphql, and CHANGELOG.md gets an entry for each change. A change that
 * breaks clients must be in the changelog before; the command prints the entry to paste.
 */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { entryOf, undeclared, withEntries } from './schema/changelog.js';
import { schemaChanges } from './schema/schema-changes.js';

const CURRENT = 'schema/schema.graphql';
const RELEASED = 'schema/released.graphql';
const CHANGELOG = 'CHANGELOG.md';

if (existsSync(RELEASED)) {
  const changelog = readFileSync(CHANGELOG, 'utf8');
  const changes = await schemaChanges(
    readFileSync(RELEASED, 'utf8'),
    readFileSync(CURRENT, 'utf8'),
  );
  const missing = undeclared(changes, changelog);
  if (missing.length > 0) {
    console.error(`${CHANGELOG} does not declare what breaks clients. Add under ### Schema:`);
    for (const change of missing) console.error(entryOf(change));
    process.exit(1);
  }
  writeFileSync(CHANGELOG, withEntries(changelog, changes));
}
copyFileSync(CURRENT, RELEASED);

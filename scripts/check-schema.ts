/**
 * A client that worked with the last release works with this one. The schema is compared with
 * schema/released.graphql, which moves only by `npm run schema:release`; a break is possible where
 * the changelog declares it, but never by accident.
 */
import { existsSync, readFileSync } from 'node:fs';
import { entryOf, undeclared } from './schema/changelog.js';
import { schemaChanges } from './schema/schema-changes.js';

const CURRENT = 'schema/schema.graphql';
const RELEASED = 'schema/released.graphql';

for (const file of [CURRENT, RELEASED]) {
  if (existsSync(file)) continue;
  console.error(`${file} is missing. Run \`npm run generate\` and \`npm run schema:release\`.`);
  process.exit(1);
}

const changes = await schemaChanges(readFileSync(RELEASED, 'utf8'), readFileSync(CURRENT, 'utf8'));
for (const change of changes) console.log(`  ${entryOf(change)}`);
const missing = undeclared(changes, readFileSync('CHANGELOG.md', 'utf8'));
if (missing.length > 0) {
  console.error(
    '\nThese break clients of the last release, and CHANGELOG.md does not declare them:',
  );
  for (const change of missing) console.error(entryOf(change));
  console.error('Deprecate instead; or, if the break is meant, add these lines under ### Schema.');
  process.exit(1);
}

/**
 * A client that worked with the last release works with this one. The schema is compared with
 * schema/released.graphql, which moves only by `npm run schema:release`; a break is possible, but
 * never by accident.
 */
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

const CURRENT = 'schema/schema.graphql';
const RELEASED = 'schema/released.graphql';

if (!existsSync(CURRENT)) {
  console.error(`${CURRENT} is missing. Run \`npm run generate\` and commit.`);
  process.exit(1);
}
if (!existsSync(RELEASED)) {
  console.log(`No ${RELEASED} yet: nothing to compare with before the first release.`);
  console.log('`npm run schema:release` records what the first release promises.');
  process.exit(0);
}

const released = buildSchema(readFileSync(RELEASED, 'utf8'));
const current = buildSchema(readFileSync(CURRENT, 'utf8'));

for (const { type, description } of findDangerousChanges(released, current)) {
  console.log(`  may surprise clients  ${type}: ${description}`);
}
const breaks = findBreakingChanges(released, current);
if (breaks.length > 0) {
  for (const { type, description } of breaks)
    console.error(`  breaks clients  ${type}: ${description}`);
  console.error(
    `${breaks.length} change(s) break clients of the last release. Deprecate instead; or, if the ` +
      'break is meant, enter a decision in docs/decisions and run `npm run schema:release`.',
  );
  process.exit(1);
}

// Guarantee: the pages for operators name fields, settings, codes, commands and metrics that exist.
import { readFileSync } from 'node:fs';
import { SETTING_NAMES } from '../../../src/config/settings.js';
import { METRICS } from '../../../src/domain/telemetry/metric-table.js';
import { GUARDED_FAILURES } from '../../../src/ports/outward/guarded-http.js';
import { unfoundNames, type KnownNames } from '../../support/telemetry/unfound-names.js';

const PAGES = ['incidents', 'key-rotation', 'privacy', 'sizing', 'slo'].map(
  (name) => `docs/operating/${name}.md`,
);

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const known: KnownNames = {
  schema: readFileSync('schema/schema.graphql', 'utf8'),
  upper: new Set([
    ...SETTING_NAMES,
    ...GUARDED_FAILURES,
    // Node's own, and beginnings of codes.
    'NODE_EXTRA_CA_CERTS',
    ...(readFileSync('docs/reference/errors.md', 'utf8').match(/\b[A-Z][A-Z_]+\b/g) ?? []),
  ]),
  scripts: new Set(Object.keys(scripts)),
  metrics: new Set(Object.keys(METRICS)),
};

describe('The pages for operators', () => {
  it.each(PAGES)('%s names nothing that is not there', (path) => {
    expect(unfoundNames(readFileSync(path, 'utf8'), known)).toEqual([]);
  });

  it('are held by this test: each kind of name is looked up', () => {
    const page =
      '`findTask(id:)` `WAITING_ROOM` `npm run store:lose` `gateway_lost_total` `deleteTask` `RETENTION_DAYS`';
    expect(unfoundNames(page, known)).toEqual([
      'findTask',
      'WAITING_ROOM',
      'store:lose',
      'gateway_lost_total',
    ]);
  });
});

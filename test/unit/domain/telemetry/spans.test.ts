import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SPAN_ATTRIBUTES, SPANS } from '../../../../src/domain/telemetry/spans.js';

const PAGE = readFileSync(resolve(__dirname, '../../../../docs/operating/traces.md'), 'utf8');

/** The first and the last cells of the table whose first heading is `heading`. */
function tableOf(heading: string): Record<string, string> {
  const lines = PAGE.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  const rows: [string, string][] = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    const cells = line.split('|').slice(1, -1);
    rows.push([cells[0]?.trim().replaceAll('`', '') ?? '', cells.at(-1)?.trim() ?? '']);
  }
  return Object.fromEntries(rows);
}

describe('docs/operating/traces.md', () => {
  it('lists every span and no other', () => {
    const rows = Object.entries(SPANS).map(([name, { text }]) => [name, text]);
    expect(tableOf('span')).toEqual(Object.fromEntries(rows));
  });

  it('lists every attribute and no other', () => {
    expect(tableOf('attribute')).toEqual(SPAN_ATTRIBUTES);
  });
});

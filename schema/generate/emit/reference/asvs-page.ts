import { ASVS_ROWS, CHAPTERS, chapterOf } from '../../../../test/security/asvs/asvs.js';
import { REQUIREMENTS } from '../../../../test/security/asvs/requirements.js';
import type { AsvsRow } from '../../../../test/security/asvs/row.js';
import { markdownTable, referencePage } from './markdown.js';

const STATUSES = ['met', 'not applicable', 'open'] as const;

/** docs/asvs.md, from test/security/asvs/. */
export function asvsPage(): string {
  const counts = STATUSES.map(
    (status) => `${String(ASVS_ROWS.filter((row) => row.status === status).length)} ${status}`,
  );
  const open = ASVS_ROWS.filter((row) => row.status === 'open');
  return referencePage('test/security/asvs/', [
    '# ASVS 5.0, level 2',
    `How the gateway stands to each requirement of the [OWASP Application Security Verification Standard](https://github.com/OWASP/ASVS) 5.0.0, levels 1 and 2, in our own words: ${counts.join(', ')}.`,
    'A proof such as `Z1` is a row of the [catalogue of attacks](../test/security/README.md): the titles of its tests begin with it, and `npm run test:security -- -t "Z1"` runs them. Change the rows in `test/security/asvs/asvs.ts`.',
    '## What is open',
    markdownTable(
      ['id', 'requirement', 'reason'],
      open.map((row) => [row.id, row.words, row.status === 'open' ? row.reason : '']),
    ),
    ...Object.entries(CHAPTERS).flatMap(([chapter, name]) => [
      `## ${chapter} ${name}`,
      markdownTable(
        ['id', 'level', 'requirement', 'status', 'where, or why', 'proof'],
        ASVS_ROWS.filter((row) => chapterOf(row) === chapter)
          .sort((one, other) => orderOf(one) - orderOf(other))
          .map(cellsOf),
      ),
    ]),
  ]);
}

function cellsOf(row: AsvsRow): string[] {
  const head = [row.id, String(REQUIREMENTS[row.id]), row.words, row.status];
  if (row.status !== 'met') return [...head, row.reason, ''];
  return [...head, row.where.map(linkTo).join(', '), row.proof.map(proofOf).join(', ')];
}

function proofOf(proof: string): string {
  return proof.startsWith('test/') ? linkTo(proof) : `\`${proof}\``;
}

/** From docs/. */
function linkTo(path: string): string {
  const target = path.startsWith('docs/') ? path.slice('docs/'.length) : `../${path}`;
  return `[${path.replace(/^(?:src|docs|test)\//, '')}](${target})`;
}

/** Sections and requirements have numbers, not texts, in order. */
function orderOf({ id }: AsvsRow): number {
  const [, section = 0, requirement = 0] = id.slice(1).split('.').map(Number);
  return section * 1_000 + requirement;
}

import { notExposed } from '../../../src/operations/not-exposed.js';
import { notYetExposed } from '../../../src/operations/not-yet-exposed.js';
import type { Operation } from '../../../src/operations/operation.js';
import { operations } from '../../../src/operations/operations.js';
import { PROPOSALS_FILE, proposeRow, type ProposedRow } from '../propose.js';
import type { Report } from '../report.js';
import type { SdkMethodFacts } from '../sdk.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { literal } from './facts-source.js';

/** Reports each method of the SDK that has no row, with the row that it would have. */
export function proposeRows(
  methods: readonly SdkMethodFacts[],
  known: ReadonlySet<string>,
  report: Report,
): ReadonlyMap<string, ProposedRow> {
  const rows: Readonly<Record<string, Operation>> = operations;
  const proposed = new Map<string, ProposedRow>();
  for (const method of methods.filter(({ name }) => !known.has(name))) {
    const row = proposeRow(method, rows);
    proposed.set(method.name, row);
    report.add(
      'methods',
      method.name,
      `not exposed; its row would be ${literal(row)}.`,
      `\`npm run generate -- --write\` notes it in ${PROPOSALS_FILE}; read it there and move it to its table.`,
    );
  }
  return proposed;
}

/** Methods with a row, with a reason for having none, or with a proposal that waits for a reader. */
export function knownMethods(): ReadonlySet<string> {
  const rows = Object.values<Operation>(operations).flatMap(({ sdk }) => sdk);
  return new Set<string>([...rows, ...Object.keys(notExposed), ...Object.keys(notYetExposed)]);
}

/**
 * src/operations/not-yet-exposed.ts with the proposals added. Those of methods that the SDK no longer
 * has are dropped, and so are those that a table has now.
 */
export function emitProposals({ methods, report }: GeneratorContext): GeneratedFiles {
  const added = proposeRows(methods, knownMethods(), report);
  const exposed = new Set<string>(Object.values<Operation>(operations).flatMap(({ sdk }) => sdk));
  const kept = Object.entries<ProposedRow>(notYetExposed).filter(
    ([name]) => methods.some((method) => method.name === name) && !exposed.has(name),
  );
  const all = Object.fromEntries([...kept, ...added].sort(([a], [b]) => (a < b ? -1 : 1)));
  return new Map([[PROPOSALS_FILE, proposalsSource(all)]]);
}

function proposalsSource(rows: Readonly<Record<string, ProposedRow>>): string {
  const entries = Object.entries(rows).map(
    ([name, row]) => `\n  '${name}': ${literal(row, '  ')},`,
  );
  const end = entries.length === 0 ? '' : '\n';
  return `import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import type { Operation } from './operation.js';

/** The row that the generator proposes for a method. */
type ProposedRow = Pick<Operation, 'root' | 'scope' | 'cost' | 'spends'> & {
  readonly field: string;
};

/**
 * Methods of Runway's SDK that wait for a reader. \`npm run generate -- --write\` adds rows. Move a row to
 * the table of its capability to expose it, or to not-exposed.ts with a reason.
 */
export const notYetExposed = {${entries.join('')}${end}} as const satisfies Partial<Record<SdkMethod, ProposedRow>>;
`;
}

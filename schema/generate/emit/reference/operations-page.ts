import { SDK_METHODS } from '../../../../src/generated/facts/sdk-methods.js';
import type { Operation } from '../../../../src/operations/operation.js';
import { operations } from '../../../../src/operations/operations.js';
import { markdownTable, referencePage } from './markdown.js';

const ROOTS = [
  ['Query', 'Queries'],
  ['Mutation', 'Mutations'],
  ['Subscription', 'Subscriptions'],
] as const;

/** docs/reference/operations.md, from the operations table. */
export function operationsPage(): string {
  const sections = ROOTS.flatMap(([root, title]) => [
    `## ${title}`,
    markdownTable(
      ['field', 'calls at Runway', 'scope', 'cost', 'billable', 'description'],
      Object.entries<Operation>(operations)
        .filter(([, row]) => row.root === root)
        .map(([field, row]) => cellsOf(field, row)),
    ),
  ]);
  return referencePage('src/operations/', [
    '# Operations',
    'Every root field. `scope` is what the credential must carry. `cost` is the points of the field itself; the fields selected under it add theirs. A billable field buys something at Runway: a document may have one at most. Arguments and types are in [schema.md](schema.md) and in [schema.graphql](../../schema/schema.graphql).',
    ...sections,
  ]);
}

function cellsOf(field: string, row: Operation): readonly string[] {
  return [
    `\`${field}\``,
    row.sdk
      .map((method) => `\`${SDK_METHODS[method].verb} ${SDK_METHODS[method].path}\``)
      .join(', '),
    row.scope === 'viewer' ? 'any key' : `\`${row.scope}\``,
    String(row.cost),
    row.spends ? 'yes' : '',
    row.description,
  ];
}

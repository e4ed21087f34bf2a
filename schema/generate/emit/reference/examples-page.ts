import { readFile, readdir } from 'node:fs/promises';
import { Kind, parse, print, type DefinitionNode, type OperationDefinitionNode } from 'graphql';
import { chapters } from '../../../examples/chapters.js';
import { CIRCUMSTANCES, type Example } from '../../../examples/example.js';
import type { Operation } from '../../../../src/operations/operation.js';
import { operations } from '../../../../src/operations/operations.js';
import { referencePage } from './markdown.js';

const DOCUMENTS = 'schema/operations';

/** docs/reference/examples.md: one request for every root field, by capability. */
export async function examplesPage(): Promise<string> {
  const definitions = await clientDefinitions();
  const documents = new Map<string, OperationDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.name === undefined) continue;
    documents.set(definition.name.value, definition);
  }
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map(print);
  return referencePage('schema/examples/ and schema/operations/', [
    '# Examples',
    'A request for every root field. `test/api/examples.test.ts` runs them from top to bottom against the emulator. `{{name}}` stands for an id that an earlier example has answered. The fragments are [at the end](#fragments); [schema/operations](../../schema/operations) has the same documents as files.',
    ...chapters.flatMap(({ title, examples }) => [
      `## ${title}`,
      ...examples.flatMap((example) => exampleBlocks(example, documents.get(example.document))),
    ]),
    '## Fragments',
    code('graphql', fragments.join('\n\n')),
  ]);
}

async function clientDefinitions(): Promise<readonly DefinitionNode[]> {
  const files = (await readdir(DOCUMENTS)).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${DOCUMENTS}/${file}`, 'utf8')));
  return texts.flatMap((text) => parse(text).definitions);
}

function exampleBlocks(
  { document, variables, keeps = {}, when }: Example,
  operation: OperationDefinitionNode | undefined,
): readonly string[] {
  if (operation === undefined) throw new Error(`${DOCUMENTS} has no document ${document}`);
  const kept = Object.entries(keeps).map(([name, path]) => `\`{{${name}}}\` is \`${path}\`.`);
  return [
    `### ${document}`,
    [
      ...rightsOf(operation),
      ...(when === undefined ? [] : [`Run it ${CIRCUMSTANCES[when]}.`]),
    ].join(' '),
    code('graphql', print(operation)),
    ...(variables === undefined ? [] : [code('json', JSON.stringify(variables, null, 2))]),
    ...(kept.length === 0 ? [] : [kept.join(' ')]),
  ];
}

/** What the row of the root field demands. */
function rightsOf({ selectionSet }: OperationDefinitionNode): readonly string[] {
  const rows: Readonly<Record<string, Operation>> = operations;
  return selectionSet.selections.flatMap((selection) => {
    const row = selection.kind === Kind.FIELD ? rows[selection.name.value] : undefined;
    if (row === undefined) return [];
    const scope = row.scope === 'viewer' ? 'Any key' : `Scope \`${row.scope}\``;
    return [`${scope}, ${String(row.cost)} points${row.spends ? ', billable' : ''}.`];
  });
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

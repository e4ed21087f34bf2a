import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HEADER, type GeneratedFiles } from './step.js';

/*
 * Each layer has a table of resource kinds, which is made from the names of its exports: a kind is
 * added by its own files alone, and no table is edited.
 */

/** Something that a file exports for a kind. */
interface Part {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
  /** The kind's type; only of rows. */
  readonly type: string;
}

interface Table {
  readonly file: string;
  /** Where the parts are, with the folders inside. */
  readonly folder: string;
  /** What an export is named after its kind, e.g. `Kind` for `voiceKind`. */
  readonly suffixes: readonly string[];
  /** Imports beside those of the parts. */
  readonly needs?: string;
  /** The text after the imports. `[]` where no file exports such a part. */
  readonly text: (...parts: readonly (readonly Part[])[]) => string;
}

const RESOURCES = 'src/domain/resource';

const tables: readonly Table[] = [
  {
    file: `${RESOURCES}/rows-by-kind.ts`,
    folder: RESOURCES,
    suffixes: ['Kind'],
    text: (rows = []) => `/** The table of resource kinds. */
export const resourceKinds = {
${lines(rows, ({ kind, name }) => `  ${kind}: ${name},`)}} as const;

/** A resource by its kind, flat: one type for all its states. */
export interface ResourceByKind {
${lines(rows, ({ kind, type }) => (type === 'object' ? '' : `  readonly ${kind}: ${type};`))}}
`,
  },
  {
    file: 'src/operations/operations-by-kind.ts',
    folder: 'src/operations/resources',
    suffixes: ['Operations', 'Exposures'],
    text: (operations = [], exposures = []) => `/** The root fields of all resource kinds. */
export const kindOperations = {
${lines(operations, ({ name }) => `  ...${name},`)}} as const;

/** Values of Runway's answers that the graph shows under another name, or not at all. */
export const exposuresByKind = {
${lines(exposures, ({ kind, name }) => `  ${kind}: ${name},`)}} as const;
`,
  },
  {
    file: 'src/adapters/runway/resources/answers-by-kind.ts',
    folder: 'src/adapters/runway/resources',
    suffixes: ['Answers'],
    text: (answers = []) => `/** How Runway answers with each kind. */
export const answersByKind = {
${lines(answers, ({ kind, name }) => `  ${kind}: ${name},`)}} as const;
`,
  },
  {
    file: 'src/api/resources/graph-by-kind.ts',
    folder: 'src/api/resources',
    suffixes: ['Graph'],
    text: (graphs = []) => `/** How each kind looks in the graph. */
export const graphByKind = {
${lines(graphs, ({ kind, name }) => `  ${kind}: ${name},`)}} as const;
`,
  },
  {
    file: 'src/emulator/resources/resource-handlers.ts',
    folder: 'src/emulator/resources',
    suffixes: ['Handlers'],
    needs: "import type { World } from '../world.js';\n",
    text: (handlers = []) => `/** What serves the SDK's methods of all resource kinds. */
export function resourceHandlers(world: World) {
  return {
${lines(handlers, ({ name }) => `    ...${name}(world),`)}  };
}
`,
  },
];

/** The tables of all layers. */
export function emitKindTables(): GeneratedFiles {
  return new Map(tables.map((table) => [table.file, textOf(table)]));
}

function textOf({ file, folder, suffixes, needs = '', text }: Table): string {
  const found = suffixes.map((suffix) =>
    partsIn(folder, suffix).filter((part) => part.file !== file),
  );
  const imports = importsOf(found.flat(), path.dirname(file));
  return `${HEADER}${imports}${needs}\n${text(...found)}`;
}

/** The parts of a layer, sorted by kind. */
function partsIn(folder: string, suffix: string): Part[] {
  const declared = new RegExp(
    `^export (?:const|function) (\\w+)${suffix}\\b(?: = kindRow<(\\w+)>)?`,
    'gm',
  );
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((file) => file.endsWith('.ts'));
  return files
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(declared)].map(([, kind = '', type = 'object']) => {
        return { kind, name: `${kind}${suffix}`, file, type };
      }),
    )
    .sort((one, other) => (one.kind < other.kind ? -1 : 1));
}

/** One import a file, sorted by file. */
function importsOf(parts: readonly Part[], from: string): string {
  const files = [...new Set(parts.map(({ file }) => file))].sort();
  return files
    .map((file) => {
      const names = parts
        .filter((part) => part.file === file)
        .flatMap(({ name, type }) => (type === 'object' ? [name] : [name, `type ${type}`]));
      const source = path.posix.relative(from, file).replace(/\.ts$/, '.js');
      const target = source.startsWith('.') ? source : `./${source}`;
      return importLine(names.sort(), target);
    })
    .join('');
}

/** As prettier writes it: on one line where it fits. */
function importLine(names: readonly string[], source: string): string {
  const line = `import { ${names.join(', ')} } from '${source}';`;
  if (line.length <= 100) return `${line}\n`;
  return `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${source}';\n`;
}

function lines(parts: readonly Part[], line: (part: Part) => string): string {
  return parts
    .map(line)
    .filter((text) => text !== '')
    .map((text) => `${text}\n`)
    .join('');
}

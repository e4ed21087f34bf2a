import { resourceKinds } from '../../../src/domain/resource/kinds.js';
import { findOperation } from '../../../src/operations/operations.js';
import { classOfText } from '../classify.js';
import type { FieldType, InputClass, InputPlan } from '../plan.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

/**
 * src/generated/facts/string-inputs.ts: every text a client can send in an input, with the class that
 * a rule gives it. Reports texts that neither a row nor an earlier run has classified, and those of rows
 * that are gone.
 */
export function emitStringInputs({ plans, report }: GeneratorContext): GeneratedFiles {
  const rows = plans.map((plan) => {
    const paths = stringPaths(plan);
    const given = findOperation(plan.field)?.strings ?? {};
    for (const path of Object.keys(given).filter((each) => !paths.includes(each))) {
      report.add('stale', 'src/operations', `${plan.field} has no text ${path}.`);
    }
    for (const path of paths.filter((each) => !(each in given))) {
      const decided = JSON.stringify(classOfText(path));
      report.add('strings', `${plan.field} ${path}`, `${decided} by its name.`, CLASSIFY_BY_HAND);
    }
    const classes = Object.fromEntries(paths.map((path) => [path, classOfText(path)]));
    return `  '${plan.method}': ${literal(classes, '  ')},\n`;
  });
  const kinds = Object.keys(resourceKinds).map((kind) => `'${kind}'`);
  const text = `${HEADER}
/** What a text is by the rule of its name: the caller's words, a constant of Runway's, an id. */
export type TextClass = 'text' | 'upstreamConstant' | { readonly reference: ${kinds.join(' | ')} };

/**
 * Every String and [String] below \`input\` that is no MediaUri, by SDK method: GraphQL paths, sorted,
 * without the model member, \`[]\` after lists. A row of the operations table can give another class.
 */
export const STRING_INPUTS: Readonly<Record<string, Readonly<Record<string, TextClass>>>> = {
${rows.join('')}};
`;
  return new Map([['src/generated/facts/string-inputs.ts', text]]);
}

const CLASSIFY_BY_HAND = 'Write another class into its row in src/operations where that is wrong.';

/** GraphQL paths of an input's texts. */
export function stringPaths({ root, field }: InputPlan): string[] {
  const byModel = root.kind === 'choice' && root.fields.some(({ type }) => isModel(type));
  const classes = byModel
    ? root.fields.flatMap(({ type }) => (type.kind === 'input' ? [type.class] : []))
    : [root];
  const paths = new Set(classes.flatMap((planned) => pathsIn(planned, '')));
  if (paths.has('')) throw new Error(`${field}: a text without a name`);
  return [...paths].sort();
}

function isModel(type: FieldType): boolean {
  return type.kind === 'input' && type.class.tags.some(({ name }) => name === 'model');
}

function pathsIn(planned: InputClass, parent: string): string[] {
  return planned.fields.flatMap(({ name, type }) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    switch (type.kind) {
      case 'enum':
        return [];
      case 'scalar':
        return type.name === 'String' ? [type.list ? `${path}[]` : path] : [];
      case 'map':
        return pathsIn(type.entry, `${path}[]`);
      case 'input':
        return pathsIn(type.class, type.list ? `${path}[]` : path);
    }
  });
}

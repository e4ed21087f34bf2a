import type { FieldType, InputClass, InputPlan } from '../plan.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

/** src/generated/facts/string-inputs.ts: every text a client can send in an input. */
export function emitStringInputs({ plans }: GeneratorContext): GeneratedFiles {
  const rows = plans.map((plan) => `  ${plan.field}: ${literal(stringPaths(plan), '  ')},\n`);
  const text = `${HEADER}
/**
 * Every String and [String] below \`input\` that is no MediaUri, by root field: GraphQL paths, sorted,
 * without the model member, \`[]\` after lists.
 */
export const STRING_INPUTS: Readonly<Record<string, readonly string[]>> = {
${rows.join('')}};
`;
  return new Map([['src/generated/facts/string-inputs.ts', text]]);
}

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

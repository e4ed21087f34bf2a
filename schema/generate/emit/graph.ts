import { kebabCase } from '../names.js';
import type { EnumPlan, FieldType, InputClass, InputField, InputPlan } from '../plan.js';
import { bodyName } from '../plan.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { mappingSource } from './mapping.js';

export const GRAPH_FOLDER = 'src/generated/graph';

/** Where each name of a generated input file comes from. */
const IMPORTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'class-validator',
    [
      'ArrayMinSize',
      'IsDefined',
      'IsIn',
      'IsInt',
      'IsOptional',
      'Matches',
      'Max',
      'Min',
      'ValidateNested',
    ],
  ],
  ['type-graphql', ['Extensions', 'Field', 'Float', 'InputType', 'Int', 'registerEnumType']],
  ['../../scalars/media-uri.js', ['MediaUriScalar']],
  ['../../scalars/request-input.js', ['firstGiven', 'NoMemberSet']],
  ['../../scalars/rules/bounds.js', ['MaxItems', 'MaxLength', 'MinLength']],
  ['../../scalars/rules/each.js', ['EachLength', 'EachMatches', 'EachMediaKind']],
  ['../../scalars/rules/media-kind.js', ['IsMediaKind']],
  ['../../scalars/rules/optional.js', ['Optional', 'RequiredUnless', 'Unless']],
  ['../../scalars/rules/unique-by.js', ['UniqueBy']],
  ['../../scalars/seed.js', ['SeedScalar']],
  ['../../scalars/with-key.js', ['type WithKey']],
];

/** src/generated/graph: one file of input classes and mappings a row, and the list of them. */
export function emitGraph({ plans }: GeneratorContext): GeneratedFiles {
  const files = new Map<string, string>();
  for (const plan of plans) files.set(fileOf(plan), inputSource(plan));
  files.set(`${GRAPH_FOLDER}/request-inputs.ts`, listSource(plans));
  return files;
}

function fileOf({ field }: InputPlan): string {
  return `${GRAPH_FOLDER}/${kebabCase(field)}.ts`;
}

function inputSource(plan: InputPlan): string {
  const body = [
    ...plan.enums.map(enumSource),
    ...plan.classes.map((planned) => classSource(planned, planned === plan.root, plan)),
  ].join('\n');
  return `${HEADER}
${importsOf(body)}
${body}`;
}

function importsOf(body: string): string {
  const used = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(withoutTexts(body));
  const lines = IMPORTS.flatMap(([from, names]) => {
    const needed = names.filter((name) => used(name.replace(/^type /, '')));
    return needed.length === 0 ? [] : [`import { ${needed.join(', ')} } from '${from}';\n`];
  });
  return ["import type RunwayML from '@runwayml/sdk';\n", ...lines].join('');
}

/** Descriptions may speak of anything: only code tells what is needed. */
function withoutTexts(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

function enumSource({ name, description, values }: EnumPlan): string {
  const members = values.map((value) => `  ${value.name}: '${value.value}',\n`).join('');
  const configs = values
    .map((value) => `    ${value.name}: { description: ${quote(value.description)} },\n`)
    .join('');
  return `export const ${name} = {
${members}} as const;
export type ${name} = (typeof ${name})[keyof typeof ${name}];
registerEnumType(${name}, {
  name: '${name}',
  description: ${quote(description)},
  valuesConfig: {
${configs}  },
});
`;
}

function classSource(planned: InputClass, isRoot: boolean, plan: InputPlan): string {
  const oneOf = planned.kind === 'choice';
  const alias =
    planned.kind === 'entry' ? '' : `type ${bodyName(planned)} = ${planned.sdkType};\n\n`;
  const head = `${alias}@InputType('${planned.name}', { description: ${quote(planned.description)} })
${oneOf ? '@Extensions({ oneOf: true })\n' : ''}export class ${planned.name} {
`;
  const mapping = planned.kind === 'entry' ? '' : `\n${mappingSource(planned, isRoot, plan)}`;
  return `${head}${planned.fields.map(fieldSource).join('\n')}}
${mapping}`;
}

function fieldSource({ name, type, nonNull, nullable, description, rules }: InputField): string {
  const { graphql, typescript } = typeSource(type);
  const options = `{ ${nonNull ? '' : 'nullable: true, '}description: ${quote(description)} }`;
  return `  @Field(() => ${graphql}, ${options})
${rules.map((rule) => `  @${rule}\n`).join('')}  ${name}${nonNull ? '!' : '?'}: ${typescript}${nullable ? ' | null' : ''};
`;
}

const TYPESCRIPT: Readonly<Record<string, string>> = {
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  MediaUriScalar: 'string',
  SeedScalar: 'number',
};

function typeSource(type: FieldType): { graphql: string; typescript: string } {
  const name =
    type.kind === 'map' ? type.entry.name : type.kind === 'input' ? type.class.name : type.name;
  const numbers = type.kind === 'scalar' ? type.numbers : null;
  const typescript = numbers?.join(' | ') ?? TYPESCRIPT[name] ?? name;
  const list = type.kind === 'map' || type.list;
  return {
    graphql: list ? `[${name}]` : name,
    typescript: list ? `${typescript}[]` : typescript,
  };
}

function listSource(plans: readonly InputPlan[]): string {
  const imports = plans
    .map((plan) => {
      const names = `${plan.root.name}, to${bodyName(plan.root)}`;
      return `import { ${names} } from './${kebabCase(plan.field)}.js';\n`;
    })
    .join('');
  const rows = plans
    .map((plan) => {
      const ids = plan.pathIds.map((name) => `input.${name}`).join(', ');
      return `  ${plan.field}: requestInput(${plan.root.name}, (input) => ({
    pathIds: [${ids}],
    body: to${bodyName(plan.root)}(input),
  })),
`;
    })
    .join('');
  return `${HEADER}
import type { RequestInput } from '../../scalars/request-input.js';
import { requestInput } from '../../scalars/request-input.js';
${imports}
/** The input class and the mapping of every row that sends its input to Runway, by root field. */
export const requestInputs = {
${rows}} as const satisfies Readonly<Record<string, RequestInput>>;
`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

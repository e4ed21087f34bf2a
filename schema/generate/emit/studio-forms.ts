import { submittedOperations } from '../../../src/operations/submitted-operations.js';
import type { Bounds } from '../bounds-document.js';
import type { BoundsByPath } from '../bounds-merge.js';
import { LIST_ENTRIES_MAX } from '../field-rules.js';
import { kebabCase } from '../names.js';
import type { EnumPlan, FieldType, InputClass, InputField, InputPlan } from '../plan.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

export const FORMS_FOLDER = 'web/src/generated/forms';

/** Largest seed. Source: Runway's OpenAPI document. */
const SEED_MAX = 4_294_967_295;

/** What the studio has no form for: a live session is held in an application, not in a form. */
const WITHOUT_FORM: readonly string[] = ['createRealtimeSession'];

/** web/src/generated/forms: what each mutation that makes something takes, for the studio's forms. */
export function emitStudioForms({ plans, bounds }: GeneratorContext): GeneratedFiles {
  const made = plans.filter(
    ({ field }) => field in submittedOperations && !WITHOUT_FORM.includes(field),
  );
  const files = made.map((plan): [string, string] => [
    `${FORMS_FOLDER}/${kebabCase(plan.field)}.ts`,
    formSource(plan, bounds.get(plan.method) ?? new Map<string, Bounds>()),
  ]);
  return new Map([...files, [`${FORMS_FOLDER}/all-forms.ts`, listSource(made)]]);
}

function formSource(plan: InputPlan, bounds: BoundsByPath): string {
  const form = {
    operation: plan.field,
    description: submittedOperations[plan.field as keyof typeof submittedOperations].description,
    type: classOf(plan.root, { bounds, enums: plan.enums }),
  };
  return `${HEADER}
import type { OperationForm } from '../../make/form-types.js';

export const form: OperationForm = ${literal(known(form))};
`;
}

function listSource(plans: readonly InputPlan[]): string {
  const rows = plans.map(
    ({ field }) => `  ${field}: async () => (await import('./${kebabCase(field)}.js')).form,\n`,
  );
  return `${HEADER}
import type { OperationForm } from '../../make/form-types.js';

/** The form of each mutation that makes something, loaded when it is wanted. */
export const allForms = {
${rows.join('')}} as const satisfies Readonly<Record<string, () => Promise<OperationForm>>>;

export type MadeBy = keyof typeof allForms;
`;
}

/** Without what is not known. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(given.map(([name, each]) => [name, known(each)]));
}

interface Facts {
  readonly bounds: BoundsByPath;
  readonly enums: readonly EnumPlan[];
}

function classOf({ kind, fields }: InputClass, facts: Facts): object {
  return {
    kind: kind === 'choice' ? 'choice' : 'object',
    fields: fields.map((field) => fieldOf(field, facts)),
  };
}

function fieldOf(field: InputField, facts: Facts): object {
  const excludes = excludedBy(field.rules);
  const initial = initialOf(field, facts);
  return {
    name: field.name,
    description: wordsOf(field.description),
    ...(field.nonNull && { required: true }),
    ...(excludes.length > 0 && { excludes }),
    ...(initial !== undefined && { initial }),
    type: typeOf(field, facts),
  };
}

/** The default that Runway states, as the graph names it. */
function initialOf({ path, type, flag }: InputField, { bounds, enums }: Facts): unknown {
  const value = bounds.get(path)?.default;
  if (value === undefined || value === '' || flag !== null) return undefined;
  if (type.kind === 'scalar') return type.list ? undefined : value;
  if (type.kind !== 'enum' || type.list) return undefined;
  const planned = enums.find(({ name }) => name === type.name);
  return planned?.values.find((each) => each.value === value)?.name;
}

function typeOf(field: InputField, facts: Facts): object {
  const { type, path, tags } = field;
  const own = facts.bounds.get(path) ?? {};
  const entries = facts.bounds.get(`${path}[]`) ?? {};
  const isList = type.kind === 'map' || type.list;
  const item = tags.length > 0 ? { kind: 'mark' } : itemOf(field, isList ? entries : own, facts);
  if (!isList) return item;
  return { kind: 'list', min: own.minItems, max: own.maxItems ?? LIST_ENTRIES_MAX, item };
}

function itemOf({ type, rules }: InputField, bounds: Bounds, facts: Facts): object {
  switch (type.kind) {
    case 'map':
      return classOf(type.entry, facts);
    case 'input':
      return classOf(type.class, facts);
    case 'enum':
      return { kind: 'enum', values: valuesOf(type.name, facts) };
    case 'scalar':
      return scalarOf(type, bounds, rules);
  }
}

function valuesOf(name: string, { enums }: Facts): readonly object[] {
  const planned = enums.find((each) => each.name === name);
  return (planned?.values ?? []).map((each) => {
    const words = each.description.replace(/ ?Runway's `[^`]*`\.$/, '');
    return { name: each.name, value: each.value, ...(words !== '' && { words }) };
  });
}

function scalarOf(
  type: Extract<FieldType, { kind: 'scalar' }>,
  bounds: Bounds,
  rules: readonly string[],
): object {
  const { minimum: min, maximum: max } = bounds;
  switch (type.name) {
    case 'MediaUriScalar':
      return { kind: 'media', media: type.media };
    case 'SeedScalar':
      return { kind: 'number', whole: true, min: 0, max: SEED_MAX };
    case 'Boolean':
      return { kind: 'boolean' };
    case 'String':
      return {
        kind: 'text',
        min: bounds.minLength,
        max: bounds.maxLength,
        pattern: bounds.pattern ?? patternIn(rules),
      };
    default:
      return {
        kind: 'number',
        whole: type.name === 'Int' || bounds.integer === true,
        min,
        max,
        values: type.numbers ?? undefined,
      };
  }
}

/** Ids in paths have no bounds but their rule: `Matches(/^[a-z]+$/)`. */
function patternIn(rules: readonly string[]): string | undefined {
  const rule = rules.find((each) => each.startsWith('Matches('));
  return rule?.slice('Matches(/'.length, -'/)'.length);
}

/** The other fields of a property of which at most one is given: `Unless(['duration'], [])`. */
function excludedBy(rules: readonly string[]): string[] {
  const rule = rules.find((each) => each.startsWith('Unless('));
  return [...(rule ?? '').matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
}

const NUMBER = '-?\\d[\\d.]*';
const SPAN = `(?:${NUMBER} to|[Aa]t most|[Aa]t least|[Ee]xactly) ${NUMBER}`;
const UNIT = '(?: [a-z]+)?(?: \\(UTF-16 units?\\))?(?:, whole)?';

/** What the form shows by itself: bounds, defaults, kinds of media. */
const FACTS: readonly RegExp[] = [
  new RegExp(` ?(?:Each entry: )?${SPAN}${UNIT}\\.`, 'g'),
  / ?One of [\d., -]+\./g,
  / ?Default: \S+\.(?= |$)/g,
  / ?(?:Image|Video|Audio) only: .*?\(up to 5 MB\)\./g,
  / ?(?:At most|Exactly) one of `.*?`\.(?= |$)/g,
  / ?Null: none\./g,
  / ?Form: `.*?`\./g,
];

function wordsOf(description: string): string {
  return FACTS.reduce((text, fact) => text.replace(fact, ''), description).trim();
}

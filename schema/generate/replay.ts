import { buildSchema, BreakingChangeType, findBreakingChanges } from 'graphql';
import { contextOf, type GeneratorSources } from './context.js';
import { inputSdl } from './input-sdl.js';
import type { FieldType, InputClass, InputField, InputPlan } from './plan.js';
import type { Finding } from './report.js';
import type { TypedRequests } from './typed-requests.js';

/** What one version of the SDK makes of what its predecessor published. */
export interface ReplayedVersion {
  /** Inputs of the mutations, as SDL: what the next version finds published. */
  readonly sdl: string;
  readonly plans: readonly InputPlan[];
  readonly findings: readonly Finding[];
  /** Types, fields and enum values that the predecessor did not have. */
  readonly added: number;
  /** Breaks whose cause is Runway's: it has withdrawn a model, a property, a value or a method. */
  readonly withdrawn: readonly string[];
  /** Breaks that Runway's declarations do not explain. */
  readonly unexplained: readonly string[];
}

/**
 * Generates the inputs of one version, starting from what its predecessor published. `typed` judges what
 * Runway has withdrawn.
 */
export function replayVersion(
  sources: Omit<GeneratorSources, 'released'>,
  predecessor: ReplayedVersion | undefined,
  typed: TypedRequests,
): ReplayedVersion {
  const released = predecessor?.sdl;
  const context = contextOf({ ...sources, released });
  const sdl = inputSdl(context.plans);
  const { plans } = context;
  const common = { sdl, plans, findings: context.report.list() };
  if (predecessor === undefined) return { ...common, added: 0, withdrawn: [], unexplained: [] };
  const breaks = findBreakingChanges(buildSchema(predecessor.sdl), buildSchema(sdl));
  const known = new Set(memberNames(predecessor.sdl));
  const gone = goneNames(predecessor.plans, typed);
  const isWithdrawn = ({ type, description }: (typeof breaks)[number]): boolean =>
    REMOVALS.includes(type) && (gone.get(nameIn(description)) ?? false);
  return {
    ...common,
    added: memberNames(sdl).filter((name) => !known.has(name)).length,
    withdrawn: breaks.filter(isWithdrawn).map(({ description }) => description),
    unexplained: breaks.filter((each) => !isWithdrawn(each)).map(({ description }) => description),
  };
}

const REMOVALS: readonly BreakingChangeType[] = [
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.TYPE_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
];

/** The name that a break begins with or speaks of: `A.b was removed`, `X was removed from enum type Y.` */
function nameIn(description: string): string {
  const value = /^(\w+) was removed from enum type (\w+)/.exec(description);
  return value === null
    ? (description.split(' ')[0] ?? '')
    : `${String(value[2])}.${String(value[1])}`;
}

/**
 * What the predecessor published, by name: whether Runway's declarations no longer have the place that
 * it stands for.
 */
function goneNames(
  plans: readonly InputPlan[],
  typed: TypedRequests,
): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>();
  for (const { field, method, root, classes, enums } of plans) {
    const isGone = (path: string): boolean => !typed.has(method, path);
    names.set(`Mutation.${field}`, isGone('')).set(root.name, isGone(''));
    for (const { name, path, type, flag, owner } of classes.flatMap(fieldsOf)) {
      const hasLost = flag !== null && !typed.takes(method, path, flag);
      names.set(`${owner}.${name}`, isGone(path) || hasLost).set(typeNameOf(type), isGone(path));
      if (type.kind !== 'enum') continue;
      for (const value of enums.find((each) => each.name === type.name)?.values ?? []) {
        names.set(`${type.name}.${value.name}`, !typed.takes(method, path, value.value));
      }
    }
  }
  return names;
}

function fieldsOf({
  name: owner,
  fields,
}: InputClass): (InputField & { readonly owner: string })[] {
  return fields.map((field) => ({ ...field, owner }));
}

function typeNameOf(type: FieldType): string {
  if (type.kind === 'input') return type.class.name;
  return type.kind === 'map' ? type.entry.name : type.name;
}

/** `Type.member` of every field and enum value. */
function memberNames(sdl: string): string[] {
  const types = Object.values(buildSchema(sdl).getTypeMap());
  return types.flatMap((type) => {
    const members =
      'getFields' in type
        ? Object.keys(type.getFields())
        : 'getValues' in type
          ? type.getValues().map(({ name }) => name)
          : [];
    return members.map((name) => `${type.name}.${name}`);
  });
}

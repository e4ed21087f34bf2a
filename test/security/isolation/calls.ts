import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { slotsOf, type RootField, type Slot } from './graph-slots.js';
import type { Place } from './matrix.js';
import { KINDS, type Thing, type Things } from './things.js';
import { mapTexts, withText, type Variables } from './variables.js';

const MEDIA = [
  ['image', /^data:image|\.(?:png|jpe?g|webp)$/],
  ['video', /^data:video|\.(?:mp4|mov|webm|mkv)$/],
  ['audio', /^data:audio|\.(?:mp3|wav|m4a|flac|ogg|aac)$/],
] as const;

/** The call with everything that it refers to, media too, replaced by the tenant's `things`. */
export function referringTo(field: RootField, call: Variables, things: Things): Variables {
  const types = new Map(slotsOf(field).map(({ path, type }) => [path, type]));
  return mapTexts(call, (text, path) => {
    const type = types.get(path);
    const thing = type === undefined ? undefined : thingAt(type, text);
    return (thing === undefined ? undefined : things[thing]) ?? text;
  });
}

/** What a reference of the operations table takes, or a medium like the one that stands there. */
export function thingAt(type: Slot['type'], text: string): Thing | undefined {
  switch (type) {
    // By its slug.
    case 'router':
      return 'routerSlug';
    case 'media':
      return MEDIA.find(([, form]) => form.test(text))?.[0];
    default:
      return KINDS.find((kind) => kind === type);
  }
}

/**
 * The call of a tenant that names its own `things` at the paths `filled`, by default wherever a name
 * is required. Undefined when the tenant has no such thing.
 */
export function callAs(
  field: RootField,
  { names = {} }: Place,
  call: Variables,
  things: Things,
  filled: readonly string[] = requiredIn(field, names),
): Variables | undefined {
  let made: Variables = referringTo(field, call, things);
  for (const path of filled) {
    const thing = names[path];
    if (thing === undefined || thing === 'ownKey') continue;
    const name = things[thing];
    if (name === undefined) return undefined;
    made = withText(made, path, name);
  }
  return made;
}

/** The paths of names that have to be given. */
export function requiredIn(field: RootField, names: NonNullable<Place['names']>): string[] {
  return Object.keys(names).filter((path) => {
    const [first = '', ...rest] = path.split('.');
    const argument = field.field.args.find(({ name }) => name === first);
    return argument !== undefined && isRequired(argument.type, rest);
  });
}

function isRequired(type: GraphQLInputType, [step, ...rest]: readonly string[]): boolean {
  if (!isNonNullType(type)) return false;
  if (step === undefined) return true;
  const nullable = getNullableType(type);
  const inner = isListType(nullable) ? getNullableType(nullable.ofType) : nullable;
  if (!isInputObjectType(inner)) return true;
  const member = inner.getFields()[step.replace(/\[\]$/, '')];
  return member !== undefined && isRequired(member.type, rest);
}

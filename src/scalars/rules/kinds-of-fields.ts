import type { MediaKinds } from '../../domain/input/media-kinds.js';
import type { MediaKind } from '../media-uri.js';

/** By the class of an input: the kinds that its fields take. */
const KINDS = new WeakMap<object, Map<string, MediaKind>>();

/** The decorator, which also notes what its field takes. */
export function noteKind(kind: MediaKind, decorator: PropertyDecorator): PropertyDecorator {
  return (prototype, name) => {
    const fields = KINDS.get(prototype) ?? new Map<string, MediaKind>();
    KINDS.set(prototype, fields.set(String(name), kind));
    decorator(prototype, name);
  };
}

/** What the media fields of an input take that is an instance of its class. */
export function mediaKindsOf(input: object): MediaKinds {
  const kinds = new Map<string, MediaKind>();
  collect(input, '', undefined, kinds);
  return kinds;
}

function collect(
  value: unknown,
  path: string,
  kind: MediaKind | undefined,
  kinds: Map<string, MediaKind>,
): void {
  if (typeof value === 'string' && kind !== undefined) kinds.set(path, kind);
  if (typeof value !== 'object' || value === null) return;
  const fields = KINDS.get(Object.getPrototypeOf(value) as object);
  for (const [name, item] of Object.entries(value)) {
    const own = Array.isArray(value) ? kind : fields?.get(name);
    collect(item, path === '' ? name : `${path}.${name}`, own, kinds);
  }
}

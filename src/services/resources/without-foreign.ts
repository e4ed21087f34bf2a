import type { References } from '../../domain/resource/kind-row.js';
import {
  rowOf,
  type ReadableKind,
  type ResourceByKind,
  type ResourceKind,
} from '../../domain/resource/kinds.js';
import type { Ownership } from './ownership.js';

/**
 * The same resources without ids and names of other tenants' resources. Runway shows such ids and
 * names: an avatar that was made in Runway's app may draw on documents and voices that were never
 * granted, any tenant's avatar may use a document, and a conversation may have been with any of
 * them.
 */
export async function withoutForeign<K extends ReadableKind>(
  ownership: Ownership,
  tenantId: string,
  kind: K,
  read: ReadonlyMap<string, ResourceByKind[K]>,
): Promise<ReadonlyMap<string, ResourceByKind[K]>> {
  const { references } = rowOf<ReadableKind>(kind);
  if (ownership.isSoleTenant || references === undefined) return read;
  const named = [...read.values()].map((resource) => references.of(resource));
  const owned = new Set<string>();
  for (const [referenced, ids] of idsByKind(named)) {
    for (const id of (await ownership.find(tenantId, referenced, ids)).keys()) {
      owned.add(`${referenced} ${id}`);
    }
  }
  const isOwn = (referenced: string, id: string) => owned.has(`${referenced} ${id}`);
  return new Map(
    [...read].map(([id, resource]) => [
      id,
      references.without(resource, isOwn) as ResourceByKind[K],
    ]),
  );
}

/** Each id once. */
function idsByKind(named: readonly References[]): ReadonlyMap<ResourceKind, readonly string[]> {
  const byKind = new Map<ResourceKind, Set<string>>();
  for (const [kind, ids] of named.flatMap((references) => Object.entries(references))) {
    const known = byKind.get(kind as ResourceKind) ?? new Set();
    for (const id of ids) known.add(id);
    byKind.set(kind as ResourceKind, known);
  }
  return new Map([...byKind].map(([kind, ids]) => [kind, [...ids]]));
}

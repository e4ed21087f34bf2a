import type { KindRow } from './kind-row.js';
import { resourceKinds, type ResourceByKind } from './rows-by-kind.js';

/*
 * What follows from the table of resource kinds. docs/contributing/add-a-resource-kind.md tells how
 * a kind is added.
 */

export { resourceKinds, type ResourceByKind };

type Kinds = typeof resourceKinds;
/** Kinds that have the given SDK method. */
type KindWith<Method extends keyof KindRow['sdk']> = {
  [K in keyof Kinds]: Kinds[K]['sdk'] extends Readonly<Record<Method, string>> ? K : never;
}[keyof Kinds];

export type ResourceKind = keyof Kinds;
export type CreatableKind = KindWith<'create'>;
export type ReadableKind = KindWith<'retrieve'>;
/** Kinds that Runway lists, so that operators can find and grant them. */
export type ListableKind = KindWith<'list'>;
export type ChangeableKind = KindWith<'update'>;
export type DeletableKind = KindWith<'delete'>;
/** Kinds that tenants make, and that Runway keeps until they are deleted. */
export type KeptKind = CreatableKind & ListableKind;
/** Kinds that take time at Runway: the poller reads their tasks. */
export type FollowedKind = {
  [K in keyof Kinds]: Kinds[K] extends { readonly follow: object } ? K : never;
}[keyof Kinds];

/** Scopes that rows name. */
export type KindScope = {
  [K in keyof Kinds]: Kinds[K] extends { readonly scopes: Readonly<Record<string, infer S>> }
    ? S
    : never;
}[keyof Kinds];

/** Kinds that end by their deletion, and can still be read afterwards. */
export type EndableKind = {
  [K in keyof Kinds]: Kinds[K] extends { readonly staysReadable: true } ? K : never;
}[keyof Kinds];

export const RESOURCE_KINDS = Object.keys(resourceKinds) as ResourceKind[];

type Resource<K extends ResourceKind> = K extends ReadableKind ? ResourceByKind[K] : never;

export function rowOf<K extends ResourceKind>(kind: K): KindRow<Resource<K>> {
  return resourceKinds[kind] as unknown as KindRow<Resource<K>>;
}

/** Kinds whose rows pass a test, in the order of the table. */
export function kindsWhere(passes: (row: KindRow) => boolean): readonly ResourceKind[] {
  return RESOURCE_KINDS.filter((kind) => passes(rowOf(kind)));
}

export const KEPT_KINDS = kindsWhere(
  ({ sdk }) => sdk.create !== undefined && sdk.list !== undefined,
) as readonly KeptKind[];

export const ENDABLE_KINDS = kindsWhere(
  ({ staysReadable }) => staysReadable === true,
) as readonly EndableKind[];

/** Kinds that Runway can delete, in the order in which a tenant's resources go. */
export const REMOVAL_ORDER = (
  kindsWhere(({ removal }) => removal !== undefined) as DeletableKind[]
).sort((one, other) => turnOf(one) - turnOf(other));

function turnOf(kind: ResourceKind): number {
  return rowOf(kind).removal?.turn ?? 0;
}

import {
  resourceKinds,
  rowOf,
  type ChangeableKind,
  type CreatableKind,
  type DeletableKind,
  type FollowedKind,
  type ListableKind,
  type ReadableKind,
} from '../domain/resource/kinds.js';
import type { ChangeOperation, Operation, ResourceAction, Strings } from './operation.js';
import { classified, mutation, query, submission, subscription } from './rows.js';

/*
 * Makers for the root fields of a kind. The kind's row says which method of the SDK serves a field
 * and which scope it needs.
 */

interface On<Kind, Action extends ResourceAction> {
  readonly resource: { readonly kind: Kind; readonly action: Action };
}

/** Points: Runway is told, and something there is gone or different. */
const CHANGE_COST = 20;

export function reads<K extends ReadableKind>(
  kind: K,
  description: string,
): Operation & { readonly root: 'Query' } & On<K, 'read'> {
  const { sdk, scopes } = resourceKinds[kind];
  const row = query(scopes.read, description, { sdk: [sdk.retrieve] });
  return { ...row, resource: { kind, action: 'read' } };
}

export function lists<K extends ListableKind>(
  kind: K,
  description: string,
): Operation & { readonly root: 'Query' } & On<K, 'list'> {
  const { sdk, scopes } = resourceKinds[kind];
  const row = query(scopes.read, description, { sdk: [sdk.list, sdk.retrieve] });
  return { ...row, resource: { kind, action: 'list' } };
}

export function follows<K extends FollowedKind>(
  kind: K,
  description: string,
): Operation & { readonly root: 'Subscription' } & On<K, 'follow'> {
  const { sdk, scopes } = resourceKinds[kind];
  const row = subscription(scopes.read, description, { sdk: [sdk.retrieve], makesTasks: true });
  return { ...row, resource: { kind, action: 'follow' } };
}

/** One POST upstream, one task here; see SubmittedOperation. */
export function creates<K extends CreatableKind, Spends extends boolean>(
  kind: K,
  spends: Spends,
  description: string,
  strings: Strings = {},
) {
  const { sdk, scopes } = resourceKinds[kind];
  const row = submission(spends, scopes.write, sdk.create, kind, description, strings);
  return { ...row, resource: { kind, action: 'create' } } as const;
}

/** Repeating it does no harm. */
export function updates<K extends ChangeableKind>(
  kind: K,
  description: string,
  strings: Strings = {},
): ChangeOperation & On<K, 'update'> {
  const { sdk, scopes } = resourceKinds[kind];
  return {
    root: 'Mutation',
    sdk: [sdk.update],
    scope: scopes.write,
    cost: CHANGE_COST,
    spends: false,
    strings: classified(sdk.update, strings),
    description,
    ...(rowOf(kind).follow !== undefined && { makesTasks: true }),
    resource: { kind, action: 'update' },
  };
}

export function deletes<K extends DeletableKind>(
  kind: K,
  description: string,
): Operation & { readonly root: 'Mutation' } & On<K, 'delete'> {
  const { sdk, scopes } = resourceKinds[kind];
  const row = mutation(scopes.write, description, { sdk: [sdk.delete], cost: CHANGE_COST });
  return { ...row, resource: { kind, action: 'delete' } };
}

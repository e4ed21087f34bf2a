import { avatarKind, type Avatar } from './avatar.js';
import { avatarConversationKind, type AvatarConversation } from './avatar-conversation.js';
import { documentKind, type Document } from './document.js';
import type { KindRow } from './kind-row.js';
import { realtimeSessionKind, type RealtimeSession } from './realtime-session.js';
import { routerKind, type Router } from './router.js';
import { uploadKind } from './upload.js';
import { voiceKind, type Voice } from './voice.js';
import { workflowKind, type Workflow } from './workflow.js';

/** The table of resource kinds. docs/contributing/add-a-resource-kind.md tells how a row is added. */
export const resourceKinds = {
  avatar: avatarKind,
  avatarConversation: avatarConversationKind,
  document: documentKind,
  realtimeSession: realtimeSessionKind,
  router: routerKind,
  upload: uploadKind,
  voice: voiceKind,
  workflow: workflowKind,
} as const;

/** A resource by its kind, flat: one type for all its states. */
export interface ResourceByKind {
  readonly avatar: Avatar;
  readonly avatarConversation: AvatarConversation;
  readonly document: Document;
  readonly realtimeSession: RealtimeSession;
  readonly router: Router;
  readonly voice: Voice;
  readonly workflow: Workflow;
}

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
/** Kinds that take time at Runway: the poller reads their tasks. */
export type FollowedKind = {
  [K in keyof Kinds]: Kinds[K] extends { readonly follow: object } ? K : never;
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

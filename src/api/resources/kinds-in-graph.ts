import type { ReadableKind, ResourceKind } from '../../domain/resource/kinds.js';
import { graphByKind } from './graph-by-kind.js';
import type { KindGraph } from './kind-graph.js';

/** A readable kind without its graph does not compile here. */
const byKind: { readonly [K in ReadableKind]: KindGraph<K> } = graphByKind;

export const kindGraphs: readonly KindGraph[] = Object.values<KindGraph>(byKind);

/** `avatarConversation` → `AvatarConversation`: the name of its type. */
export function typeNameOf(kind: ResourceKind): string {
  return capitalized(kind);
}

/** `createVoice` → `CreateVoicePayload`. */
export function payloadNameOf(field: string): string {
  return `${capitalized(field)}Payload`;
}

function capitalized(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

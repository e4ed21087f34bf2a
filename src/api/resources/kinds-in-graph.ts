import type { ReadableKind } from '../../domain/resource/kinds.js';
import { graphByKind } from './graph-by-kind.js';
import type { KindGraph } from './kind-graph.js';

/** A readable kind without its graph does not compile here. */
const byKind: { readonly [K in ReadableKind]: KindGraph<K> } = graphByKind;

export const kindGraphs: readonly KindGraph[] = Object.values<KindGraph>(byKind);

/** `createVoice` → `CreateVoicePayload`. */
export function payloadNameOf(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`;
}

import type { MediaKind } from './shape.js';

/**
 * Where the SDK's types do not say enough, or say something that the graph does not repeat. Keys are
 * `<SDK method> <path>` (see shape.ts for paths). Every entry gives its reason.
 */

/** Strings that are media although their comment lacks Runway's sentence on media. */
export const MEDIA_WITHOUT_COMMENT: Readonly<
  Record<string, { readonly media: MediaKind; readonly reason: string }>
> = {
  'soundEffect.create <seed_audio>.referenceAudios[]': {
    media: 'audio',
    reason: 'A list of plain strings whose comment speaks of reference audio clips.',
  },
};

/** Properties that no input offers, and parameters of reads that are no arguments. */
export const OMITTED: Readonly<Record<string, string>> = {
  'videoToVideo.create <aleph2>.ratio':
    'Deprecated by Runway: the output follows the input video, and targetAspectRatio reframes it.',
  'documents.list order': 'Every list of the graph is newest first.',
  'documents.list sort': 'Every list of the graph is newest first.',
  'realtimeSessions.create <gwm1_avatars>.livekit':
    'Deprecated by Runway: the integration of type livekit takes the same values.',
};

/** What lists take for their pages, by name. */
export const PAGE_PARAMETERS: Readonly<Record<string, string>> = {
  cursor: 'Becomes `after` of the connection.',
  limit: 'Becomes `first` of the connection.',
};

/** Tags and other constants are filled in by the mapping. */
export const TAG_REASON = 'Holds one literal only: the mapping writes it.';

interface PathId {
  readonly name: string;
  readonly reason: string;
  readonly description: string;
  /** What may stand in a path without any doubt. */
  readonly pattern: string;
}

/** Creates with ids in their path: the input gains one String field for each, in the path's order. */
export const PATH_IDS: Readonly<Record<string, readonly PathId[]>> = {
  'workflows.run': [
    {
      name: 'workflowId',
      reason: 'The SDK passes the id as an argument of its own.',
      description: 'The published version of the workflow that is run.',
      pattern: '^[A-Za-z0-9_-]{1,100}$',
    },
  ],
};

/** Members of untagged unions: Runway's telling property, and what the graph calls the member. */
export const UNTAGGED_MEMBERS: Readonly<Record<string, string>> = {
  seconds: 'atSeconds',
  at: 'atFraction',
};

export interface MapNames {
  readonly key: string;
  readonly value: string;
  readonly description: string;
  readonly keyDescription: string;
  readonly valueDescription: string;
}

/** GraphQL has no maps: what the key and the value of an entry are called. */
export const MAPS: Readonly<Record<string, MapNames>> = {
  'workflows.run nodeOutputs': {
    key: 'nodeId',
    value: 'outputs',
    description: 'The values that replace the defaults of one node.',
    keyDescription: "The node's id in the workflow's graph, a UUID. Each node once.",
    valueDescription: 'The values, each output once.',
  },
  'workflows.run nodeOutputs{}': {
    key: 'key',
    value: 'value',
    description: 'The value of one output of a node.',
    keyDescription: "The output's key in the workflow's graph.",
    valueDescription: 'The value.',
  },
};

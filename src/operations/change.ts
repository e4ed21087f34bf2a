import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import type { Operation } from './operation.js';

/** A change of something that exists: repeating it does no harm. */
export interface ChangeOperation extends Operation {
  readonly root: 'Mutation';
  readonly sdk: readonly [SdkMethod];
  readonly spends: false;
}

/** The generator makes an input class for each row. What an input leaves out stays as it is. */
export const changeOperations = {
  updateAvatar: {
    root: 'Mutation',
    sdk: ['avatars.update'],
    scope: 'avatar:write',
    cost: 20,
    spends: false,
    strings: {
      name: 'text',
      personality: 'text',
      startScript: 'text',
      'documentIds[]': { reference: 'document' },
      'voice.custom.id': { reference: 'voice' },
    },
    description:
      'Changes an avatar. A new reference image makes it PROCESSING again; CONFLICT while it is.',
  },
  updateDocument: {
    root: 'Mutation',
    sdk: ['documents.update'],
    scope: 'document:write',
    cost: 20,
    spends: false,
    strings: { name: 'text', content: 'text' },
    description: 'Changes a document, for all avatars that draw on it.',
  },
  updateRouter: {
    root: 'Mutation',
    sdk: ['routers.update'],
    scope: 'router:write',
    cost: 20,
    spends: false,
    strings: { name: 'text', description: 'text', 'settings.models.ids[]': 'upstreamConstant' },
    description: 'Changes a router. Its slug stays.',
  },
  updateVoice: {
    root: 'Mutation',
    sdk: ['voices.update'],
    scope: 'voice:write',
    cost: 20,
    spends: false,
    strings: { name: 'text', description: 'text' },
    description: 'Renames or describes a voice.',
  },
} as const satisfies Record<string, ChangeOperation>;

export type ChangeField = keyof typeof changeOperations;

import { change } from './rows.js';
import type { ChangeOperation } from './operation.js';

/** The generator makes an input class for each row. What an input leaves out stays as it is. */
export const changeOperations = {
  updateAvatar: change(
    'avatar:write',
    'avatars.update',
    'Changes an avatar. A new reference image makes it PROCESSING again; CONFLICT while it is.',
    {
      name: 'text',
      personality: 'text',
      startScript: 'text',
      'documentIds[]': { reference: 'document' },
      'voice.custom.id': { reference: 'voice' },
    },
  ),
  updateDocument: change(
    'document:write',
    'documents.update',
    'Changes a document, for all avatars that draw on it.',
    { name: 'text', content: 'text' },
  ),
  updateRouter: change('router:write', 'routers.update', 'Changes a router. Its slug stays.', {
    name: 'text',
    description: 'text',
    'settings.models.ids[]': 'upstreamConstant',
  }),
  updateVoice: change('voice:write', 'voices.update', 'Renames or describes a voice.', {
    name: 'text',
    description: 'text',
  }),
} as const satisfies Record<string, ChangeOperation>;

export type ChangeField = keyof typeof changeOperations;

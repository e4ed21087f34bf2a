import type { Exposures } from '../exposure.js';
import { creates, deletes, lists, reads, updates } from '../kind-fields.js';
import type { Operation, Strings } from '../operation.js';

const strings = { name: 'text', content: 'text' } as const satisfies Strings;

export const documentOperations = {
  createDocument: creates(
    'document',
    false,
    'Makes a text document that avatars can draw on.',
    strings,
  ),
  updateDocument: updates(
    'document',
    'Changes a document, for all avatars that draw on it.',
    strings,
  ),
  document: reads('document', 'One document of your tenant.'),
  documents: lists('document', 'The documents of your tenant, newest first.'),
  deleteDocument: deletes('document', 'Deletes a document at Runway, for ever.'),
} as const satisfies Record<string, Operation>;

export const documentExposures = {
  'usedBy[].id': 'Document.usedBy.avatarId',
} as const satisfies Exposures;

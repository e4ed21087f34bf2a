import { kindRow } from './kind-row.js';
import { FOLLOW_PROCESSING, type ProcessingStatus } from './follow-processing.js';

export interface Voice {
  readonly id: string;
  readonly status: ProcessingStatus;
  readonly name: string;
  readonly description: string | null;
  readonly previewUrl: string | null;
  readonly failureReason: string | null;
  readonly createdAt: string;
}

export const voiceKind = kindRow<Voice>()({
  sdk: {
    create: 'voices.create',
    retrieve: 'voices.retrieve',
    list: 'voices.list',
    update: 'voices.update',
    delete: 'voices.delete',
  },
  scopes: { read: 'voice:read', write: 'voice:write' },
  takesMedia: true,
  follow: FOLLOW_PROCESSING,
  lost: { listedAs: 'name', texts: ['name', 'description'] },
  removal: { turn: 4 },
});

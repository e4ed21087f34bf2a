import { creates, deletes, follows, lists, reads, updates } from '../kind-fields.js';
import type { Operation } from '../operation.js';
import { submission } from '../rows.js';

export const voiceOperations = {
  createVoice: creates(
    'voice',
    true,
    'Makes a voice from a description or a recording. Its price is not published: the configured maximum is reserved. Follow it with `voiceUpdated`.',
    { name: 'text', description: 'text', 'from.text.prompt': 'text' },
  ),
  previewVoice: submission(
    true,
    'voice:write',
    'voices.preview',
    'voicePreview',
    'Speaks a sample of a described voice, without keeping the voice. The sample is the task’s output. Its price is not published: the configured maximum is reserved.',
    { prompt: 'text' },
  ),
  updateVoice: updates('voice', 'Renames or describes a voice.', {
    name: 'text',
    description: 'text',
  }),
  voice: reads('voice', 'One voice of your tenant.'),
  voices: lists('voice', 'The voices of your tenant, newest first.'),
  deleteVoice: deletes('voice', 'Deletes a voice at Runway, for ever.'),
  voiceUpdated: follows(
    'voice',
    'Follows one voice while it is PROCESSING. Without `after`: a snapshot first. Completes when it is READY or FAILED.',
  ),
} as const satisfies Record<string, Operation>;

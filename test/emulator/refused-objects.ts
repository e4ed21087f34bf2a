import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { UNKNOWN_ID } from './harness.js';
import { bodies, type RefusedBody } from './refused-bodies.js';

const IMAGE = 'https://example.com/picture.png';

const avatar = {
  name: 'Ada',
  personality: 'Answers briefly.',
  referenceImage: IMAGE,
  voice: { type: 'runway-live-preset', presetId: 'adrian' },
} as const;
const session = {
  model: 'gwm1_avatars',
  avatar: { type: 'runway-preset', presetId: 'cat-character' },
} as const;

/** Bodies of what clients keep at Runway that Runway does not take. */
export const REFUSED_OBJECTS: readonly RefusedBody[] = [
  ...bodies('avatars', [
    ['nothing', {}, 'invalid_type', ['name']],
    ['a long name', { ...avatar, name: 'x'.repeat(51) }, 'too_big', ['name']],
    [
      'an unknown preset',
      { ...avatar, voice: { ...avatar.voice, presetId: 'unknown' } },
      'invalid_value',
      ['voice', 'presetId'],
    ],
    [
      'a voice that does not exist',
      { ...avatar, voice: { type: 'custom', id: UNKNOWN_ID } },
      'custom',
      ['voice', 'id'],
    ],
    [
      'a document that does not exist',
      { ...avatar, documentIds: [ELSEWHERE.documentId, UNKNOWN_ID] },
      'custom',
      ['documentIds', 1],
    ],
    [
      'an upload that does not exist',
      { ...avatar, referenceImage: 'runway://nothing-here' },
      'custom',
      ['referenceImage'],
    ],
    ['a null', { ...avatar, startScript: null }, 'invalid_type', ['startScript']],
  ]),
  ...bodies('documents', [
    ['no content', { name: 'x' }, 'invalid_type', ['content']],
    ['an empty name', { name: '', content: 'x' }, 'too_small', ['name']],
    ['too much', { name: 'x', content: 'x'.repeat(200_001) }, 'too_big', ['content']],
  ]),
  ...bodies('realtime_sessions', [
    ['9 seconds', { ...session, maxDuration: 9 }, 'too_small', ['maxDuration']],
    ['half a second', { ...session, maxDuration: 10.5 }, 'invalid_type', ['maxDuration']],
    [
      'a tool with a space in its name',
      { ...session, tools: [{ type: 'client_event', name: 'a b', description: 'x' }] },
      'invalid_format',
      ['tools', 0, 'name'],
    ],
    [
      'an avatar that does not exist',
      { ...session, avatar: { type: 'custom', avatarId: UNKNOWN_ID } },
      'custom',
      ['avatar', 'avatarId'],
    ],
  ]),
  ...bodies('routers', [
    ['a slug in capitals', { slug: 'A' }, 'invalid_format', ['slug']],
    ['a slug that is taken', { slug: 'default' }, 'custom', ['slug']],
    [
      'a model that does not exist',
      { slug: 'x', settings: { models: { mode: 'allowlist_only', ids: ['gen4.5', 'gen0'] } } },
      'custom',
      ['settings', 'models', 'ids', 1],
    ],
    [
      'a ceiling of nothing',
      { slug: 'x', settings: { maxCreditsPerGeneration: { video: 0 } } },
      'too_small',
      ['settings', 'maxCreditsPerGeneration', 'video'],
    ],
  ]),
  ...bodies('voices', [
    ['no source', { name: 'x' }, 'invalid_type', ['from']],
    [
      'a short prompt',
      { name: 'x', from: { type: 'text', model: 'eleven_ttv_v3', prompt: 'low' } },
      'too_small',
      ['from', 'prompt'],
    ],
    [
      'a picture',
      { name: 'x', from: { type: 'audio', audio: 'data:image/png;base64,iVBORw0KGgo=' } },
      'invalid_format',
      ['from', 'audio'],
    ],
  ]),
  ...bodies('voices/preview', [
    [
      'an unknown model',
      { model: 'eleven_v3', prompt: 'x'.repeat(20) },
      'invalid_value',
      ['model'],
    ],
  ]),
];

import type { Avatar } from './objects.js';
import { Processing } from './processing.js';
import { ELSEWHERE, SEEDED, SEEDED_AT } from './seeded.js';
import type { World } from '../world.js';

/** Seconds. */
const CONVERSATION_SECONDS = 42;

/** Puts into a new world what stands there from the start. */
export function seed(world: World): void {
  const { documents, voices, sessions, routers } = world;
  const at = SEEDED_AT;
  routers.create(
    ELSEWHERE.routerSlug,
    { name: 'Studio', description: null, settings: { optimizeFor: 'cost' } },
    { id: ELSEWHERE.routerId, at },
  );
  routers.create(
    SEEDED.routerSlug,
    {
      name: 'Default',
      description: 'A router that is always there.',
      settings: { optimizeFor: 'quality' },
    },
    { id: SEEDED.routerId, at },
  );
  documents.add({
    ...documents.identity({ id: ELSEWHERE.documentId, at }),
    updatedAtMs: Date.parse(at),
    name: 'Opening hours',
    content: '# Opening hours\n\nFrom Monday to Friday, nine to five.',
  });
  voices.add({
    ...voices.identity({ id: ELSEWHERE.voiceId, at }),
    name: 'House voice',
    description: 'Warm, and a little slow.',
    processing: Processing.done(world),
  });
  addAvatar(world, 'Reception', {
    id: ELSEWHERE.avatarId,
    voice: { type: 'custom', id: ELSEWHERE.voiceId },
    documentIds: [ELSEWHERE.documentId],
  });
  sessions.addCompleted(
    ELSEWHERE.conversationId,
    at,
    {
      avatar: { type: 'custom', avatarId: ELSEWHERE.avatarId },
      maxDuration: 300,
      startScript: 'Welcome! How can I help?',
      tools: [
        {
          type: 'backend_rpc',
          name: 'opening_hours',
          description: 'Tells when the house is open.',
        },
      ],
      failure: undefined,
    },
    CONVERSATION_SECONDS,
  );
}

/** Adds `count` avatars as if they had been made in Runway's app, all READY. Returns their ids. */
export function addAvatars(world: World, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    addAvatar(world, `Extra ${String(index + 1)}`, {
      voice: { type: 'runway-live-preset', presetId: 'adrian' },
      documentIds: [],
    }),
  );
}

function addAvatar(
  world: World,
  name: string,
  given: Pick<Avatar, 'voice' | 'documentIds'> & { readonly id?: string },
): string {
  const { id, ...rest } = given;
  const identity = world.avatars.identity({ ...(id === undefined ? {} : { id }), at: SEEDED_AT });
  world.avatars.add({
    ...identity,
    ...rest,
    updatedAtMs: identity.createdAtMs,
    name,
    personality: 'Answers briefly and kindly.',
    startScript: null,
    processing: Processing.done(world),
  });
  return identity.id;
}

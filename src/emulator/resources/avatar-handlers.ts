import { invalid, ok, refuse, type Handlers } from '../server/handler.js';
import { fileOf } from '../media/files.js';
import { acceptBody } from '../server/accept-body.js';
import { plannedFailure } from '../tasks/planned-failure.js';
import { timeText, type Avatar, type AvatarVoice } from './objects.js';
import { mapPage } from '../server/pages.js';
import { Processing } from './processing.js';
import { readQuery } from '../server/validation.js';
import type { World } from '../world.js';

type AvatarBody = Pick<Avatar, 'name' | 'personality' | 'voice'> & {
  readonly documentIds?: readonly string[];
  readonly referenceImage: string;
  readonly startScript?: string;
};

type AvatarChanges = Omit<Partial<AvatarBody>, 'startScript'> & {
  readonly startScript?: string | null;
};

export function avatarHandlers(world: World) {
  const { avatars } = world;
  return {
    'avatars.create': ({ method, body }) => {
      acceptBody(world, method, body);
      const { name, personality, voice, documentIds = [], startScript = null } = body as AvatarBody;
      const identity = avatars.identity();
      const avatar = avatars.add({
        ...identity,
        updatedAtMs: identity.createdAtMs,
        name,
        personality,
        startScript,
        voice,
        documentIds,
        processing: processed(world, { name, personality }),
      });
      return ok(see(world, avatar));
    },
    'avatars.retrieve': ({ id }) => ok(see(world, avatars.get(id))),
    'avatars.list': ({ method, query }) => {
      const page = avatars.page(readQuery(method, query));
      return ok(mapPage(page, (avatar) => see(world, avatar)));
    },
    'avatars.update': ({ method, id, body = {} }) => {
      const avatar = avatars.get(id);
      acceptBody(world, method, body);
      if (Object.keys(body).length === 0) {
        throw invalid([{ code: 'custom', path: [], message: 'At least one field is required' }]);
      }
      update(world, avatar, body);
      return ok(see(world, avatar));
    },
    'avatars.delete': ({ id }) => {
      avatars.delete(avatars.get(id).id);
      return { status: 204 };
    },
  } satisfies Handlers;
}

function update(world: World, avatar: Avatar, changes: AvatarChanges): void {
  const { referenceImage, documentIds, name, personality, startScript, voice } = changes;
  if (referenceImage !== undefined && avatar.processing.status === 'PROCESSING') {
    throw refuse(409, 'The reference image cannot be updated while the avatar is processing.');
  }
  avatar.name = name ?? avatar.name;
  avatar.personality = personality ?? avatar.personality;
  avatar.voice = voice ?? avatar.voice;
  avatar.documentIds = documentIds ?? avatar.documentIds;
  // Null clears it.
  if (startScript !== undefined) avatar.startScript = startScript;
  if (referenceImage !== undefined) avatar.processing = processed(world, avatar);
  avatar.updatedAtMs = world.clock.now().getTime();
}

function processed(
  { clock, settings }: World,
  { name, personality }: Pick<Avatar, 'name' | 'personality'>,
): Processing {
  return new Processing(clock, settings, plannedFailure({ name, personality })?.text);
}

function see(world: World, avatar: Avatar): object {
  const { id, createdAtMs, updatedAtMs, name, personality, startScript, documentIds } = avatar;
  const { status, failureReason } = avatar.processing;
  const address = (role: 'reference' | 'processed') => world.outputs.sign(fileOf(id, role));
  return {
    id,
    name,
    personality,
    startScript,
    voice: seeVoice(world, avatar.voice),
    documentIds,
    referenceImageUri: address('reference'),
    processedImageUri: status === 'READY' ? address('processed') : null,
    createdAt: timeText(createdAtMs),
    updatedAt: timeText(updatedAtMs),
    status,
    ...(status === 'FAILED' ? { failureReason } : {}),
  };
}

function seeVoice(world: World, voice: AvatarVoice): object {
  if (voice.type === 'runway-live-preset') {
    const name = voice.presetId.replace(/^./, (letter) => letter.toUpperCase());
    return { ...voice, name, description: `${name} speaks clearly and at an even pace.` };
  }
  const found = world.voices.find(voice.id);
  if (!found) return { ...voice, deleted: true };
  const { name, description } = found;
  return { ...voice, deleted: false, name, description };
}

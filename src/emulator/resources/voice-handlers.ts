import { randomUUID } from 'node:crypto';
import { ok, type Handlers } from '../server/handler.js';
import { fileOf } from '../media/files.js';
import { acceptBody } from '../server/accept-body.js';
import { plannedFailure } from '../tasks/planned-failure.js';
import { timeText, type Voice } from './objects.js';
import { mapPage } from '../server/pages.js';
import { Processing } from './processing.js';
import { readQuery } from '../server/validation.js';
import type { World } from '../world.js';

/** Seconds of the sound that stands for every voice. */
const SAMPLE_SECONDS = 1;

interface VoiceBody {
  readonly name: string;
  readonly description?: string | null;
}

export function voiceHandlers(world: World) {
  const { voices, clock, settings, outputs } = world;
  return {
    'voices.create': ({ method, body }) => {
      acceptBody(world, method, body);
      const { name, description = null } = body as VoiceBody;
      const processing = new Processing(clock, settings, plannedFailure(body)?.text);
      const { id } = voices.add({ ...voices.identity(), name, description, processing });
      return ok({ id });
    },
    'voices.retrieve': ({ id }) => ok(see(world, voices.get(id))),
    'voices.list': ({ method, query }) => {
      const page = voices.page(readQuery(method, query));
      return ok(mapPage(page, (voice) => see(world, voice)));
    },
    'voices.update': ({ method, id, body = {} }) => {
      const voice = voices.get(id);
      acceptBody(world, method, body);
      const { name, description } = body as Partial<VoiceBody>;
      voice.name = name ?? voice.name;
      // Null clears it.
      if (description !== undefined) voice.description = description;
      return ok(see(world, voice));
    },
    'voices.delete': ({ id }) => {
      voices.delete(voices.get(id).id);
      return { status: 204 };
    },
    'voices.preview': ({ method, body }) => {
      acceptBody(world, method, body);
      const url = outputs.sign(fileOf(randomUUID(), 'audition'));
      return ok({ url, durationSecs: SAMPLE_SECONDS });
    },
  } satisfies Handlers;
}

function see({ outputs }: World, voice: Voice): object {
  const { id, createdAtMs, name, description } = voice;
  const { status, failureReason } = voice.processing;
  return {
    id,
    name,
    description,
    createdAt: timeText(createdAtMs),
    status,
    ...(status === 'READY' ? { previewUrl: outputs.sign(fileOf(id, 'sample')) } : {}),
    ...(status === 'FAILED' ? { failureReason } : {}),
  };
}

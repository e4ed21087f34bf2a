import { ok, refuse, type Handlers } from '../server/handler.js';
import { fileOf } from '../media/files.js';
import { timeText } from './objects.js';
import { mapPage, pageOf, type PageQuery } from '../server/pages.js';
import {
  hasRecording,
  isConversation,
  measuredSeconds,
  startOf,
  type Session,
} from './sessions.js';
import { transcriptOf } from './transcript.js';
import { readQuery } from '../server/validation.js';
import type { World } from '../world.js';

/** Source: Runway's OpenAPI document. */
const LIMIT_DEFAULT = 20;

interface ConversationQuery extends PageQuery {
  readonly avatar?: string;
  readonly startDate?: string;
  readonly endDate?: string;
}

export function avatarConversationHandlers(world: World) {
  const { sessions } = world;
  const get = (id: string): Session => {
    const session = sessions.find(id);
    if (!session || !isConversation(session)) throw refuse(404, 'Could not find Conversation');
    return session;
  };
  return {
    'avatarConversations.list': ({ method, query }) => {
      const { avatar, startDate, endDate, ...asked } = readQuery(
        method,
        query,
      ) as ConversationQuery;
      const fromMs = startDate === undefined ? -Infinity : Date.parse(startDate);
      const beforeMs = endDate === undefined ? Infinity : Date.parse(endDate);
      const found = conversationsOf(world).filter(
        ({ createdAtMs, plan }) =>
          createdAtMs >= fromMs &&
          createdAtMs < beforeMs &&
          (avatar === undefined ||
            (plan.avatar.type === 'custom' && plan.avatar.avatarId === avatar)),
      );
      const page = pageOf(found, asked, {
        name: 'conversations',
        placeOf: ({ createdAtMs, serial }) => [createdAtMs, serial],
        limitDefault: LIMIT_DEFAULT,
      });
      return ok(mapPage(page, (session) => summarize(world, session)));
    },
    'avatarConversations.retrieve': ({ id }) => ok(see(world, get(id))),
    'avatarConversations.delete': ({ id }) => {
      get(id).isForgotten = true;
      return { status: 204 };
    },
  } satisfies Handlers;
}

/** The sessions that have a conversation, oldest first. */
export function conversationsOf({ sessions }: World): Session[] {
  return sessions.list().filter(isConversation);
}

function summarize(world: World, session: Session): object {
  const { id, createdAtMs, state, plan } = session;
  const { name, avatar } = nameAvatar(world, session);
  return {
    id,
    name: `Conversation with ${name ?? 'an avatar'}`,
    status: statusOf(session),
    avatar,
    createdAt: timeText(createdAtMs),
    duration: measuredSeconds(state, world.clock.now()) ?? null,
    hasTools: plan.tools.length > 0,
  };
}

function see(world: World, session: Session): object {
  const { id, createdAtMs, state, plan } = session;
  const now = world.clock.now();
  const startedAtMs = startOf(state);
  const { name, withImage: avatar } = nameAvatar(world, session);
  const wasHeld = hasRecording(session);
  return {
    id,
    name: `Conversation with ${name ?? 'an avatar'}`,
    status: statusOf(session),
    avatar,
    createdAt: timeText(createdAtMs),
    startedAt: startedAtMs === undefined ? null : timeText(startedAtMs),
    duration: measuredSeconds(state, now) ?? null,
    maxDuration: plan.maxDuration,
    recordingUrl: wasHeld ? world.outputs.sign(fileOf(id, 'recording')) : null,
    tools: plan.tools.map(({ type, name: tool, description }) => ({
      type,
      name: tool,
      description,
    })),
    transcript: transcriptOf(session, now),
    ...('endedAtMs' in state ? { endedAt: wasHeld ? timeText(state.endedAtMs) : null } : {}),
    ...(state.status === 'FAILED'
      ? { failure: state.failure.text, failureCode: state.failure.code }
      : {}),
  };
}

function statusOf({ state }: Session): 'in_progress' | 'ended' | 'failed' {
  if (state.status === 'FAILED') return 'failed';
  return 'endedAtMs' in state ? 'ended' : 'in_progress';
}

/** The avatar as lists show it, and as a single conversation does, which has a picture but no preset's name. */
function nameAvatar(world: World, { plan }: Session) {
  const { avatar } = plan;
  if (avatar.type === 'runway-preset') {
    const name = avatar.presetId.replace(
      /(^|-)(.)/g,
      (_all, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`,
    );
    return { name, avatar: { ...avatar, name }, withImage: avatar };
  }
  const found = world.avatars.find(avatar.avatarId);
  const [id, name] = found ? [found.id, found.name] : [null, null];
  const isReady = found?.processing.status === 'READY';
  const imageUrl = isReady ? world.outputs.sign(fileOf(found.id, 'processed')) : null;
  const custom = { type: 'custom', id, name } as const;
  return { name, avatar: custom, withImage: { ...custom, imageUrl } };
}

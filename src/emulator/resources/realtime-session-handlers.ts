import { randomBytes } from 'node:crypto';
import { ok, type Answer, type Handlers } from '../server/handler.js';
import { acceptBody } from '../server/accept-body.js';
import { plannedFailure } from '../tasks/planned-failure.js';
import { timeText } from './objects.js';
import { measuredSeconds, type Session, type SessionAvatar, type SessionTool } from './sessions.js';
import type { World } from '../world.js';

/** Seconds. Source: Runway's OpenAPI document. */
const MAX_DURATION_DEFAULT = 300;
const GREETING = 'Hello! What can I do for you?';

/** It exists at Runway, for the clients of the people who talk; Runway's SDK does not have it. */
const CONSUME = /^\/v1\/realtime_sessions\/([^/]+)\/consume$/;

interface SessionBody {
  readonly avatar: SessionAvatar;
  readonly maxDuration?: number;
  readonly personality?: string;
  readonly startScript?: string;
  readonly tools?: readonly SessionTool[];
}

export function realtimeSessionHandlers(world: World) {
  const { sessions } = world;
  return {
    'realtimeSessions.create': ({ method, body }) => {
      acceptBody(world, method, body);
      const { avatar, maxDuration, personality, startScript, tools } = body as SessionBody;
      const custom = avatar.type === 'custom' ? world.avatars.find(avatar.avatarId) : undefined;
      const { id } = sessions.create({
        avatar,
        maxDuration: maxDuration ?? MAX_DURATION_DEFAULT,
        startScript: startScript ?? custom?.startScript ?? GREETING,
        tools: tools ?? [],
        failure: plannedFailure({ personality, startScript }),
      });
      return ok({ id });
    },
    'realtimeSessions.retrieve': ({ id }) => ok(see(sessions.get(id), world.clock.now())),
    'realtimeSessions.delete': ({ id }) => {
      sessions.cancel(sessions.get(id));
      return { status: 204 };
    },
  } satisfies Handlers;
}

/** The session whose consumption a path asks for; undefined for another path. */
export function consumedSessionId(path: string): string | undefined {
  return CONSUME.exec(path)?.[1];
}

/** A participant who connects gets the room of a call; no avatar answers there. */
export function consume({ sessions }: World, id: string, sessionKey: string): Answer {
  sessions.consume(id, sessionKey);
  return ok({
    url: 'wss://rooms.emulator.invalid',
    token: randomBytes(32).toString('base64url'),
    roomName: id,
  });
}

function see({ id, createdAtMs, state }: Session, now: Date): object {
  const base = { id, createdAt: timeText(createdAtMs), status: state.status };
  switch (state.status) {
    case 'READY': {
      const { sessionKey, expiresAtMs } = state;
      return { ...base, sessionKey, expiresAt: timeText(expiresAtMs) };
    }
    case 'COMPLETED':
      return { ...base, duration: measuredSeconds(state, now) };
    case 'FAILED':
      return { ...base, failure: state.failure.text, failureCode: state.failure.code };
    case 'NOT_READY':
    case 'RUNNING':
    case 'CANCELLED':
      return base;
  }
}

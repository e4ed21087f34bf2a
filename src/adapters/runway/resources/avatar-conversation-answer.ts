import * as z from 'zod';
import {
  CONVERSATION_STATUSES,
  type AvatarConversation,
} from '../../../domain/resource/avatar-conversation.js';
import { failureOf } from '../../../domain/task/failure.js';
import {
  amount,
  anything,
  id,
  json,
  jsonObject,
  listOf,
  listOrEmpty,
  member,
  orNull,
  part,
  statusIn,
  text,
  time,
  type Shape,
} from '../outcomes/answer-shapes.js';
import type { KindAnswers } from './kind-answers.js';

/** Null for a built-in avatar, and for an own one that has been deleted since. */
export const ownAvatarId: Shape<string | null> = z
  .object({ type: text, id: anything })
  .transform((avatar, context) =>
    avatar.type === 'custom' ? member(context, 'id', orNull(id), avatar.id) : null,
  );

const entry = z.object({
  role: text,
  content: orNull(text),
  timestamp: orNull(time),
  toolCalls: listOrEmpty(z.object({ id: orNull(text), name: text, arguments: jsonObject })),
  toolResults: listOrEmpty(
    z.object({
      id: orNull(text),
      name: text,
      durationMs: orNull(amount),
      error: orNull(text),
      result: json,
    }),
  ),
});

export const avatarConversationAnswers: KindAnswers<AvatarConversation> = {
  shape: (url) =>
    z
      .object({
        id,
        status: statusIn(CONVERSATION_STATUSES),
        name: text,
        avatar: orNull(
          z
            .looseObject({ presetId: orNull(text), name: orNull(text), imageUrl: url })
            .transform((avatar, context) => ({
              avatarId: part(context, ownAvatarId, avatar),
              avatarPresetId: avatar.presetId,
              avatarName: avatar.name,
              avatarImageUrl: avatar.imageUrl,
            })),
        ),
        duration: orNull(amount),
        maxDuration: orNull(amount),
        recordingUrl: url,
        tools: listOf(z.object({ name: text, description: text, type: text })),
        transcript: listOf(entry),
        failureCode: orNull(text),
        startedAt: orNull(time),
        endedAt: orNull(time),
        createdAt: time,
      })
      .transform(({ avatar, failureCode, ...given }) => ({
        ...given,
        ...(avatar ?? NO_AVATAR),
        failureCode: failureOf(failureCode).code,
      })),
};

const NO_AVATAR = {
  avatarId: null,
  avatarPresetId: null,
  avatarName: null,
  avatarImageUrl: null,
} as const;

import {
  CONVERSATION_STATUSES,
  type AvatarConversation,
  type ToolCall,
  type ToolResult,
  type TranscriptEntry,
} from '../../../domain/resource/resources.js';
import { failureOf } from '../../../domain/task/failure.js';
import { isObject } from '../outcomes/json-shape.js';
import { unreadable, type AnswerObject } from '../outcomes/answer-object.js';

export function readAvatarConversation(answer: AnswerObject): AvatarConversation {
  const status = answer.status(CONVERSATION_STATUSES);
  const avatar = answer.objectOrNull('avatar');
  return {
    id: answer.id(),
    status,
    name: answer.text('name'),
    avatarId: ownAvatarIdOf(avatar),
    avatarPresetId: avatar?.textOrNull('presetId') ?? null,
    avatarName: avatar?.textOrNull('name') ?? null,
    avatarImageUrl: avatar?.urlOrNull('imageUrl') ?? null,
    duration: answer.numberOrNull('duration'),
    maxDuration: answer.numberOrNull('maxDuration'),
    recordingUrl: answer.urlOrNull('recordingUrl'),
    tools: answer.objects('tools').map((tool) => ({
      name: tool.text('name'),
      description: tool.text('description'),
      type: tool.text('type'),
    })),
    transcript: answer.objects('transcript').map(readEntry),
    failureCode: failureOf(answer.textOrNull('failureCode')).code,
    startedAt: answer.timeOrNull('startedAt'),
    endedAt: answer.timeOrNull('endedAt'),
    createdAt: answer.time('createdAt'),
  };
}

/** Null for a built-in avatar, and for an own one that has been deleted since. */
export function ownAvatarIdOf(avatar: AnswerObject | null): string | null {
  return avatar?.text('type') === 'custom' ? avatar.idOrNull() : null;
}

function readEntry(entry: AnswerObject): TranscriptEntry {
  return {
    role: entry.text('role'),
    content: entry.textOrNull('content'),
    timestamp: entry.timeOrNull('timestamp'),
    toolCalls: entry.has('toolCalls') ? entry.objects('toolCalls').map(readToolCall) : [],
    toolResults: entry.has('toolResults') ? entry.objects('toolResults').map(readToolResult) : [],
  };
}

function readToolCall(call: AnswerObject): ToolCall {
  const args = call.json('arguments');
  if (!isObject(args)) throw unreadable('the arguments of a tool');
  return { id: call.textOrNull('id'), name: call.text('name'), arguments: args };
}

function readToolResult(result: AnswerObject): ToolResult {
  return {
    id: result.textOrNull('id'),
    name: result.text('name'),
    durationMs: result.numberOrNull('durationMs'),
    error: result.textOrNull('error'),
    result: result.json('result'),
  };
}

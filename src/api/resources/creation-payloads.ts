import { ObjectType } from 'type-graphql';
import { TaskPayload } from '../tasks/task-payloads.js';

/*
 * A creation is a task like any other, and its payload shows what it made as well: a field that
 * api/resources/resource-fields.ts adds, null until Runway has answered.
 */

@ObjectType('CreateAvatarPayload', { description: 'What createAvatar did.' })
export class CreateAvatarPayload extends TaskPayload {}

@ObjectType('CreateDocumentPayload', { description: 'What createDocument did.' })
export class CreateDocumentPayload extends TaskPayload {}

@ObjectType('CreateRealtimeSessionPayload', { description: 'What createRealtimeSession did.' })
export class CreateRealtimeSessionPayload extends TaskPayload {}

@ObjectType('CreateRouterPayload', { description: 'What createRouter did.' })
export class CreateRouterPayload extends TaskPayload {}

@ObjectType('CreateVoicePayload', { description: 'What createVoice did.' })
export class CreateVoicePayload extends TaskPayload {}

/** By the field that answers with it; all others answer with TaskPayload alone. */
export const creationPayloads = {
  createAvatar: CreateAvatarPayload,
  createDocument: CreateDocumentPayload,
  createRealtimeSession: CreateRealtimeSessionPayload,
  createRouter: CreateRouterPayload,
  createVoice: CreateVoicePayload,
} as const;

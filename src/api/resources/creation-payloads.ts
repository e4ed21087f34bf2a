import { ObjectType } from 'type-graphql';
import { TaskPayload } from '../tasks/task-payloads.js';

/*
 * A creation is a task like any other, and its payload shows what it made as well: a field that
 * api/resources/resource-fields.ts adds, null until Runway has answered.
 */

@ObjectType('CreateAvatarPayload', { description: 'Payload of createAvatar.' })
export class CreateAvatarPayload extends TaskPayload {}

@ObjectType('CreateDocumentPayload', { description: 'Payload of createDocument.' })
export class CreateDocumentPayload extends TaskPayload {}

@ObjectType('CreateRealtimeSessionPayload', { description: 'Payload of createRealtimeSession.' })
export class CreateRealtimeSessionPayload extends TaskPayload {}

@ObjectType('CreateRouterPayload', { description: 'Payload of createRouter.' })
export class CreateRouterPayload extends TaskPayload {}

@ObjectType('CreateVoicePayload', { description: 'Payload of createVoice.' })
export class CreateVoicePayload extends TaskPayload {}

/** By the field that answers with it; all others answer with TaskPayload alone. */
export const creationPayloads = {
  createAvatar: CreateAvatarPayload,
  createDocument: CreateDocumentPayload,
  createRealtimeSession: CreateRealtimeSessionPayload,
  createRouter: CreateRouterPayload,
  createVoice: CreateVoicePayload,
} as const;

import type { ReadableKind } from '../../domain/resource/kinds.js';
import type { ChangeField } from '../../operations/change-operations.js';
import type { ResourceField } from '../../operations/resource-operations.js';
import type { Held } from '../../services/resources/resources.js';
import {
  AvatarConversationConnectionType,
  AvatarConversationType,
  toAvatarConversationType,
} from './avatars/avatar-conversation-type.js';
import {
  UpdateAvatarPayload,
  UpdateDocumentPayload,
  UpdateRouterPayload,
  UpdateVoicePayload,
} from './change-payloads.js';
import { AvatarConnectionType, AvatarType, toAvatarType } from './avatars/avatar-type.js';
import { DocumentConnectionType, DocumentType, toDocumentType } from './documents/document-type.js';
import {
  RealtimeSessionType,
  toRealtimeSessionType,
} from './realtime-sessions/realtime-session-type.js';
import { RouterConnectionType, RouterType, toRouterType } from './routers/router-type.js';
import { toVoiceType, VoiceConnectionType, VoiceType } from './voices/voice-type.js';
import { toWorkflowType, WorkflowConnectionType, WorkflowType } from './workflows/workflow-type.js';

type ObjectClass = new () => object;

/** The fields of one kind of thing, and how it looks in the graph. */
export interface ResourceRow<K extends ReadableKind = ReadableKind> {
  readonly kind: K;
  /** What it is called in descriptions. */
  readonly thing: string;
  readonly Type: ObjectClass;
  toType(held: Held<K>): object;
  readonly get: ResourceField;
  /** Null where the kind has no such field. */
  readonly list: { readonly field: ResourceField; readonly Connection: ObjectClass } | null;
  readonly change: { readonly field: ChangeField; readonly Payload: ObjectClass } | null;
  readonly delete: ResourceField | null;
}

export const resourceRows = {
  avatar: {
    kind: 'avatar',
    thing: 'avatar',
    Type: AvatarType,
    toType: ({ resource }) => toAvatarType(resource),
    get: 'avatar',
    list: { field: 'avatars', Connection: AvatarConnectionType },
    change: { field: 'updateAvatar', Payload: UpdateAvatarPayload },
    delete: 'deleteAvatar',
  },
  avatarConversation: {
    kind: 'avatarConversation',
    thing: 'conversation',
    Type: AvatarConversationType,
    toType: ({ resource }) => toAvatarConversationType(resource),
    get: 'avatarConversation',
    list: { field: 'avatarConversations', Connection: AvatarConversationConnectionType },
    change: null,
    delete: 'deleteAvatarConversation',
  },
  document: {
    kind: 'document',
    thing: 'document',
    Type: DocumentType,
    toType: ({ resource }) => toDocumentType(resource),
    get: 'document',
    list: { field: 'documents', Connection: DocumentConnectionType },
    change: { field: 'updateDocument', Payload: UpdateDocumentPayload },
    delete: 'deleteDocument',
  },
  realtimeSession: {
    kind: 'realtimeSession',
    thing: 'session',
    Type: RealtimeSessionType,
    toType: ({ resource, isCreator }) => toRealtimeSessionType(resource, isCreator),
    get: 'realtimeSession',
    list: null,
    change: null,
    delete: 'deleteRealtimeSession',
  },
  router: {
    kind: 'router',
    thing: 'router',
    Type: RouterType,
    toType: ({ resource, alias }) => toRouterType(resource, alias ?? resource.slug),
    get: 'router',
    list: { field: 'routers', Connection: RouterConnectionType },
    change: { field: 'updateRouter', Payload: UpdateRouterPayload },
    delete: 'deleteRouter',
  },
  voice: {
    kind: 'voice',
    thing: 'voice',
    Type: VoiceType,
    toType: ({ resource }) => toVoiceType(resource),
    get: 'voice',
    list: { field: 'voices', Connection: VoiceConnectionType },
    change: { field: 'updateVoice', Payload: UpdateVoicePayload },
    delete: 'deleteVoice',
  },
  workflow: {
    kind: 'workflow',
    thing: 'workflow',
    Type: WorkflowType,
    toType: ({ resource }) => toWorkflowType(resource),
    get: 'workflow',
    list: { field: 'workflows', Connection: WorkflowConnectionType },
    change: null,
    delete: null,
  },
} as const satisfies { readonly [K in ReadableKind]: ResourceRow<K> };

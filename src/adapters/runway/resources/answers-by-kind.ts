import type { ReadableKind, ResourceByKind } from '../../../domain/resource/kinds.js';
import { avatarAnswers } from './avatar-answer.js';
import { avatarConversationAnswers } from './avatar-conversation-answer.js';
import { documentAnswers } from './document-answer.js';
import type { KindAnswers } from './kind-answers.js';
import { realtimeSessionAnswers } from './realtime-session-answer.js';
import { routerAnswers } from './router-answer.js';
import { voiceAnswers } from './voice-answer.js';
import { workflowAnswers } from './workflow-answer.js';

/** How Runway answers with each kind. */
export const answersByKind: {
  readonly [K in ReadableKind]: KindAnswers<ResourceByKind[K]>;
} = {
  avatar: avatarAnswers,
  avatarConversation: avatarConversationAnswers,
  document: documentAnswers,
  realtimeSession: realtimeSessionAnswers,
  router: routerAnswers,
  voice: voiceAnswers,
  workflow: workflowAnswers,
};

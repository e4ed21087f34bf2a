import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import {
  CONVERSATION_STATUSES,
  type AvatarConversation,
  type ConversationStatus,
  type ConversationTool,
} from '../../../domain/resource/avatar-conversation.js';
import { describe, enumOf } from '../../enum-values.js';
import { toTranscriptEntryType, TranscriptEntryType } from './transcript-type.js';
import { toDate } from '../../to-date.js';
import { conversationFilter } from './conversation-filter.js';
import type { KindGraph } from '../kind-graph.js';

export const AvatarConversationStatusEnum = enumOf(CONVERSATION_STATUSES);
registerEnumType(AvatarConversationStatusEnum, {
  name: 'AvatarConversationStatus',
  description: 'Whether a conversation with an avatar goes on.',
  valuesConfig: describe<ConversationStatus>({
    IN_PROGRESS: 'It goes on.',
    ENDED: 'It came to its end.',
    FAILED: 'It broke off; see failureCode.',
    UNKNOWN: 'Runway named a status that this gateway does not know.',
  }),
});

@ObjectType('ConversationTool', { description: 'A tool that a conversation could use.' })
export class ConversationToolType implements ConversationTool {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'When and how the avatar should use it.' })
  description!: string;

  @Field(() => String, {
    description: "Runway's word for its kind: `client_event` or `backend_rpc`; there may be more.",
  })
  type!: string;
}

@ObjectType('AvatarConversation', {
  description: 'What was said in a live session with an avatar. It has the id of the session.',
})
export class AvatarConversationType {
  @Field(() => ID, { description: "Runway's id, which is also that of the live session." })
  id!: string;

  @Field(() => AvatarConversationStatusEnum, { description: 'Whether it goes on.' })
  status!: ConversationStatus;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The avatar of your tenant it was with; null for a built-in one, and once it was deleted.',
  })
  avatarId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Runway's name of the built-in avatar it was with; null for an own one.",
  })
  avatarPresetId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the own avatar; null when it is not known.',
  })
  avatarName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Image of the own avatar; null when there is none. Signed URL that expires.',
  })
  avatarImageUrl!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How long it has lasted, in seconds; null when it never started.',
  })
  duration!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How long it could last, in seconds; null when there was no bound.',
  })
  maxDuration!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The recording; null when there is none. Signed URL that expires within 24–48 hours: read the conversation again for a fresh one.',
  })
  recordingUrl!: string | null;

  @Field(() => [ConversationToolType], { description: 'The tools that it could use.' })
  tools!: readonly ConversationToolType[];

  @Field(() => [TranscriptEntryType], { description: 'What was said, in order.' })
  transcript!: readonly TranscriptEntryType[];

  @Field(() => String, {
    nullable: true,
    description:
      "Runway's code of why it FAILED, e.g. `SAFETY.INPUT`; null otherwise, and when none is known.",
  })
  failureCode!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it started; null when it has not.',
  })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended; null while it goes on, and when it never started.',
  })
  endedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When the live session was opened.' })
  createdAt!: Date;
}

export function toAvatarConversationType(conversation: AvatarConversation): AvatarConversationType {
  return Object.assign(new AvatarConversationType(), {
    ...conversation,
    transcript: conversation.transcript.map(toTranscriptEntryType),
    startedAt: toDate(conversation.startedAt),
    endedAt: toDate(conversation.endedAt),
    createdAt: new Date(conversation.createdAt),
  } satisfies AvatarConversationType);
}

export const avatarConversationGraph: KindGraph<'avatarConversation'> = {
  kind: 'avatarConversation',
  thing: 'conversation',
  Type: AvatarConversationType,
  toType: ({ resource }) => toAvatarConversationType(resource),
  list: { entries: 'conversations with avatars', filter: conversationFilter },
};

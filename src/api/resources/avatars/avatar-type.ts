import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import type { Avatar, AvatarVoice } from '../../../domain/resource/avatar.js';
import type { ProcessingStatus } from '../../../domain/resource/follow-processing.js';
import { ProcessingStatusEnum } from '../processing-status.js';
import type { KindGraph } from '../kind-graph.js';

@ObjectType('AvatarVoice', {
  description: 'The voice of an avatar: built in (`presetId`), or one of your tenant (`voiceId`).',
})
export class AvatarVoiceType implements AvatarVoice {
  @Field(() => String, {
    nullable: true,
    description: "Runway's name of a built-in voice, e.g. `clara`; null for an own voice.",
  })
  presetId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of an own voice; null for a built-in one.' })
  voiceId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name; null once it was deleted.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'How it sounds; null when not set.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Whether it was an own voice that has been deleted since.' })
  deleted!: boolean;
}

@ObjectType('Avatar', { description: 'A character that speaks, live or in videos.' })
export class AvatarType {
  @Field(() => ID, { description: "Runway's id." })
  id!: string;

  @Field(() => ProcessingStatusEnum, { description: 'Whether it can be used.' })
  status!: ProcessingStatus;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'How it behaves in conversations: its system prompt.' })
  personality!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it says first in a live session; null when it waits to be spoken to.',
  })
  startScript!: string | null;

  @Field(() => AvatarVoiceType, {
    nullable: true,
    description: 'Its voice; null when it has a kind of voice that this gateway does not know.',
  })
  voice!: AvatarVoiceType | null;

  @Field(() => [ID], { description: 'Ids of the documents that it draws on.' })
  documentIds!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Small preview of its reference image. Signed URL that expires: read the avatar again for a fresh one.',
  })
  referenceImageUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Small preview of the image as it was prepared; null until it is. Signed URL that expires.',
  })
  processedImageUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it FAILED, in Runway's words; null otherwise. For people only.",
  })
  failureReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export function toAvatarType(avatar: Avatar): AvatarType {
  return Object.assign(new AvatarType(), {
    ...avatar,
    createdAt: new Date(avatar.createdAt),
    updatedAt: new Date(avatar.updatedAt),
  } satisfies AvatarType);
}

export const avatarGraph: KindGraph<'avatar'> = {
  kind: 'avatar',
  thing: 'avatar',
  Type: AvatarType,
  toType: ({ resource }) => toAvatarType(resource),
  list: { entries: 'avatars' },
};

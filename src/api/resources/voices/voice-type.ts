import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import type { ProcessingStatus } from '../../../domain/resource/follow-processing.js';
import type { Voice } from '../../../domain/resource/voice.js';
import { ProcessingStatusEnum } from '../processing-status.js';
import type { KindGraph } from '../kind-graph.js';

@ObjectType('Voice', { description: 'A voice of your tenant, for avatars and speech.' })
export class VoiceType {
  @Field(() => ID, { description: "Runway's id." })
  id!: string;

  @Field(() => ProcessingStatusEnum, { description: 'Whether it can be used.' })
  status!: ProcessingStatus;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'How it sounds; null when not set.' })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A spoken sample (MP3); null until it is READY, and where there is none. Signed URL that expires: read the voice again for a fresh one.',
  })
  previewUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it FAILED, in Runway's words; null otherwise. For people only.",
  })
  failureReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;
}

export function toVoiceType(voice: Voice): VoiceType {
  return Object.assign(new VoiceType(), {
    ...voice,
    createdAt: new Date(voice.createdAt),
  } satisfies VoiceType);
}

export const voiceGraph: KindGraph<'voice'> = {
  kind: 'voice',
  thing: 'voice',
  Type: VoiceType,
  toType: ({ resource }) => toVoiceType(resource),
  list: { entries: 'voices' },
};

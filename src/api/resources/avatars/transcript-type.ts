import { GraphQLJSON } from 'graphql-scalars';
import { Field, Float, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import type { JsonObject, JsonValue } from '../../../domain/input/json.js';
import type {
  ToolCall,
  ToolResult,
  TranscriptEntry,
} from '../../../domain/resource/avatar-conversation.js';
import { toDate } from '../../to-date.js';

@ObjectType('ToolCall', { description: 'A tool that an avatar called in a conversation.' })
export class ToolCallType implements ToolCall {
  @Field(() => String, {
    nullable: true,
    description: 'Ties it to its result; null where Runway gave none.',
  })
  id!: string | null;

  @Field(() => String, { description: 'Name of the tool.' })
  name!: string;

  @Field(() => GraphQLJSON, { description: 'What it was called with: an object.' })
  arguments!: JsonObject;
}

@ObjectType('ToolResult', { description: 'A tool’s answer in a conversation.' })
export class ToolResultType implements ToolResult {
  @Field(() => String, {
    nullable: true,
    description: 'Ties it to its call; null where Runway gave none.',
  })
  id!: string | null;

  @Field(() => String, { description: 'Name of the tool.' })
  name!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'How long the tool took, in milliseconds; null when it is not known.',
  })
  durationMs!: number | null;

  @Field(() => String, { nullable: true, description: 'What went wrong; null when nothing did.' })
  error!: string | null;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'The answer: an object or a text; null when there was none.',
  })
  result!: JsonValue;
}

@ObjectType('TranscriptEntry', { description: 'One turn of a conversation.' })
export class TranscriptEntryType {
  @Field(() => String, {
    description: "Runway's word for who spoke: `user` or `assistant`; there may be more.",
  })
  role!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was said; null for a turn that only used tools.',
  })
  content!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When; null when it is not known.',
  })
  timestamp!: Date | null;

  @Field(() => [ToolCallType], { description: 'Tools that the avatar called in this turn.' })
  toolCalls!: readonly ToolCallType[];

  @Field(() => [ToolResultType], { description: 'What tools answered in this turn.' })
  toolResults!: readonly ToolResultType[];
}

export function toTranscriptEntryType(entry: TranscriptEntry): TranscriptEntryType {
  return { ...entry, timestamp: toDate(entry.timestamp) };
}

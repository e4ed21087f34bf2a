import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import {
  SESSION_STATUSES,
  type RealtimeSession,
  type SessionStatus,
} from '../../../domain/resource/realtime-session.js';
import { describe, enumOf } from '../../enum-values.js';
import { toDate } from '../../to-date.js';
import type { KindGraph } from '../kind-graph.js';

export const RealtimeSessionStatusEnum = enumOf(SESSION_STATUSES);
registerEnumType(RealtimeSessionStatusEnum, {
  name: 'RealtimeSessionStatus',
  description: 'The state of a live session. COMPLETED, FAILED and CANCELLED are final.',
  valuesConfig: describe<SessionStatus>({
    NOT_READY: 'Being set up, or waiting for a free place; see queued.',
    READY: 'It can be joined with its sessionKey until expiresAt.',
    RUNNING: 'A participant is connected.',
    COMPLETED: 'It came to its end; see duration.',
    FAILED: 'It broke off; see failureCode.',
    CANCELLED: 'It was ended on request.',
    UNKNOWN: 'Runway named a status that this gateway does not know.',
  }),
});

@ObjectType('RealtimeSession', { description: 'A live session with an avatar.' })
export class RealtimeSessionType {
  @Field(() => ID, {
    description: "Runway's id, which is also that of the conversation that comes of it.",
  })
  id!: string;

  @Field(() => RealtimeSessionStatusEnum, { description: 'Where it is in its life.' })
  status!: SessionStatus;

  @Field(() => Boolean, {
    description: 'Whether it is NOT_READY because it waits for a free place.',
  })
  queued!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret to join it with: its holder can join. Only while READY, and only for the credential that made the session; null otherwise.',
  })
  sessionKey!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when a READY session can be joined; null otherwise.',
  })
  expiresAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How long a COMPLETED session lasted, in seconds; null otherwise.',
  })
  duration!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Runway's code of why it FAILED, e.g. `SAFETY.INPUT`; null otherwise, and when none is known.",
  })
  failureCode!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  createdAt!: Date;
}

/** `isCreator`: whether it is shown to the credential that made it, which alone may join. */
export function toRealtimeSessionType(
  session: RealtimeSession,
  isCreator: boolean,
): RealtimeSessionType {
  return Object.assign(new RealtimeSessionType(), {
    ...session,
    sessionKey: isCreator ? session.sessionKey : null,
    expiresAt: toDate(session.expiresAt),
    createdAt: new Date(session.createdAt),
  } satisfies RealtimeSessionType);
}

export const realtimeSessionGraph: KindGraph<'realtimeSession'> = {
  kind: 'realtimeSession',
  thing: 'session',
  Type: RealtimeSessionType,
  toType: ({ resource, isCreator }) => toRealtimeSessionType(resource, isCreator),
};

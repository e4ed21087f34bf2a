import { Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../scalars/cursor-scalar.js';
import { AvatarType } from './avatars/avatar-type.js';
import { RealtimeSessionType } from './realtime-sessions/realtime-session-type.js';
import { VoiceType } from './voices/voice-type.js';

const CURSOR = { description: 'Pass it as `after` to go on from here.' } as const;

@ObjectType('AvatarEvent', { description: 'An avatar, read when something about it had changed.' })
export class AvatarEventType {
  @Field(() => CursorScalar, CURSOR)
  cursor!: string;

  @Field(() => AvatarType, { description: 'The avatar.' })
  avatar!: AvatarType;
}

@ObjectType('RealtimeSessionEvent', {
  description: 'A live session, read when something about it had changed.',
})
export class RealtimeSessionEventType {
  @Field(() => CursorScalar, CURSOR)
  cursor!: string;

  @Field(() => RealtimeSessionType, { description: 'The session.' })
  realtimeSession!: RealtimeSessionType;
}

@ObjectType('VoiceEvent', { description: 'A voice, read when something about it had changed.' })
export class VoiceEventType {
  @Field(() => CursorScalar, CURSOR)
  cursor!: string;

  @Field(() => VoiceType, { description: 'The voice.' })
  voice!: VoiceType;
}

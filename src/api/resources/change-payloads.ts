import { Field, ObjectType } from 'type-graphql';
import { AvatarType } from './avatars/avatar-type.js';
import { DocumentType } from './documents/document-type.js';
import { RouterType } from './routers/router-type.js';
import { VoiceType } from './voices/voice-type.js';

@ObjectType('UpdateAvatarPayload', { description: 'Payload of updateAvatar.' })
export class UpdateAvatarPayload {
  @Field(() => AvatarType, { description: 'The avatar as it is now.' })
  avatar!: AvatarType;
}

@ObjectType('UpdateDocumentPayload', { description: 'Payload of updateDocument.' })
export class UpdateDocumentPayload {
  @Field(() => DocumentType, { description: 'The document as it is now.' })
  document!: DocumentType;
}

@ObjectType('UpdateRouterPayload', { description: 'Payload of updateRouter.' })
export class UpdateRouterPayload {
  @Field(() => RouterType, { description: 'The router as it is now.' })
  router!: RouterType;
}

@ObjectType('UpdateVoicePayload', { description: 'Payload of updateVoice.' })
export class UpdateVoicePayload {
  @Field(() => VoiceType, { description: 'The voice as it is now.' })
  voice!: VoiceType;
}

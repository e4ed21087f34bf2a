import { Matches } from 'class-validator';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { ListableKind } from '../../domain/resource/kinds.js';
import { MaxLength } from '../../scalars/rules/bounds.js';
import { Optional } from '../../scalars/rules/optional.js';
import { countedConnectionOf } from '../pagination/connection.js';
import { enumOf, type EnumObject } from '../enums.js';

/** Kinds that Runway lists: what was made elsewhere can be found and given. */
const GRANTABLE = [
  'avatar',
  'avatarConversation',
  'document',
  'router',
  'voice',
  'workflow',
] as const satisfies readonly ListableKind[];

export const ResourceKindEnum: EnumObject<ListableKind> = enumOf<ListableKind>(GRANTABLE);
registerEnumType(ResourceKindEnum, {
  name: 'ResourceKind',
  description: 'A kind of resource that Runway keeps for a tenant.',
  valuesConfig: {
    AVATAR: { description: 'An avatar.' },
    AVATAR_CONVERSATION: { description: 'A conversation with an avatar.' },
    DOCUMENT: { description: 'A document.' },
    ROUTER: { description: 'A model router.' },
    VOICE: { description: 'A voice.' },
    WORKFLOW: { description: 'A version of a published workflow.' },
  },
});

@ObjectType('UnownedResource', { description: 'Something that belongs to no tenant.' })
export class UnownedResourceType {
  @Field(() => ResourceKindEnum, { description: 'What it is.' })
  kind!: ListableKind;

  @Field(() => ID, { description: "Runway's id: what `grantResource` takes." })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name at Runway.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A router's slug at Runway; null for everything else.",
  })
  slug!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was made; null where Runway does not say.',
  })
  createdAt!: Date | null;
}

export const UnownedResourceConnectionType = countedConnectionOf(UnownedResourceType, {
  name: 'UnownedResource',
  entries: 'things that belong to no tenant',
});

@ObjectType('GrantedResource', { description: 'Whose something is.' })
export class GrantedResourceType {
  @Field(() => ResourceKindEnum, { description: 'What it is.' })
  kind!: ListableKind;

  @Field(() => ID, { description: "Runway's id." })
  id!: string;

  @Field(() => ID, { description: 'The tenant.' })
  tenant!: string;

  @Field(() => String, {
    nullable: true,
    description: "A router's slug as the tenant knows it; null for everything else.",
  })
  slug!: string | null;
}

@InputType('GrantResourceInput', { description: 'What is given to whom.' })
export class GrantResourceInput {
  @Field(() => ID, { description: 'The tenant that gets it.' })
  tenant!: string;

  @Field(() => ResourceKindEnum, { description: 'What it is.' })
  kind!: ListableKind;

  @Field(() => ID, { description: "Runway's id, see `unownedResources`." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'For a router: the slug by which the tenant will know it; without it, its own. At most 64 characters a–z 0–9 _ -, a letter first.',
  })
  @Optional()
  @MaxLength(64)
  @Matches(/^[a-z][a-z0-9_-]*$/)
  slug?: string;
}

@ObjectType('GrantResourcePayload', { description: 'Payload of grantResource.' })
export class GrantResourcePayload {
  @Field(() => GrantedResourceType, { description: 'Whose it is now.' })
  resource!: GrantedResourceType;
}

@ObjectType('RevokeResourcePayload', { description: 'Payload of revokeResource.' })
export class RevokeResourcePayload {
  @Field(() => GrantedResourceType, { description: 'Whose it was.' })
  resource!: GrantedResourceType;
}

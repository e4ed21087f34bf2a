import { Matches } from 'class-validator';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { kindsWhere, type ListableKind } from '../../domain/resource/kinds.js';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { MaxLength } from '../../scalars/rules/bounds.js';
import { Optional } from '../../scalars/rules/optional.js';
import { countedConnectionOf } from '../pagination/connection.js';
import { enumOf, screamingSnake, type EnumObject } from '../enum-values.js';
import { typeOfKind } from '../../operations/answer-types.js';

/** Kinds that Runway lists: what was made elsewhere can be found and given. */
const GRANTABLE = kindsWhere(({ sdk }) => sdk.list !== undefined) as readonly ListableKind[];

export const ResourceKindEnum: EnumObject<ListableKind> = enumOf(GRANTABLE);
registerEnumType(ResourceKindEnum, {
  name: 'ResourceKind',
  description: 'A kind of resource that Runway keeps for a tenant.',
  valuesConfig: Object.fromEntries(
    GRANTABLE.map((kind) => [
      screamingSnake(kind),
      { description: `An object of the type \`${typeOfKind(kind)}\`.` },
    ]),
  ),
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

  @Field(() => DateTimeScalar, {
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

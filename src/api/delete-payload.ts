import { Field, ID, ObjectType } from 'type-graphql';

/** Every deletion answers with it. */
@ObjectType('DeletePayload', { description: 'Payload of every deletion.' })
export class DeletePayload {
  @Field(() => ID, { description: 'The id of the deleted object.' })
  id!: string;
}

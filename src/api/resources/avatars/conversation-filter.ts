import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Optional } from '../../../scalars/rules/optional.js';

@InputType('AvatarConversationFilterInput', {
  description: 'Which conversations to list: every given field must fit.',
})
export class AvatarConversationFilterInput {
  @Field(() => ID, { nullable: true, description: 'With this avatar of your tenant.' })
  @Optional()
  avatarId?: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Begun then or later.' })
  @Optional()
  createdFrom?: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Begun before then.' })
  @Optional()
  createdBefore?: Date;
}

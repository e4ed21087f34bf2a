import { Arg, Field, ID, InputType } from 'type-graphql';
import type { ResourceFilter } from '../../../ports/resources/resource-store.js';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import { Optional } from '../../../scalars/rules/optional.js';
import { checkArgument } from '../../input/check-argument.js';
import type { ListFilter } from '../kind-graph.js';

@InputType('AvatarConversationFilterInput', {
  description: 'Which conversations to list: every given field must fit.',
})
export class AvatarConversationFilterInput {
  @Field(() => ID, { nullable: true, description: 'With this avatar of your tenant.' })
  @Optional()
  avatarId?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Begun then or later.' })
  @Optional()
  createdFrom?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Begun before then.' })
  @Optional()
  createdBefore?: Date;
}

export const conversationFilter: ListFilter = {
  argument: Arg('filter', () => AvatarConversationFilterInput, {
    nullable: true,
    description: 'Which conversations; all without it.',
    validateFn: checkArgument('filter'),
  }),
  toFilter,
};

function toFilter(filter: AvatarConversationFilterInput): ResourceFilter {
  const { avatarId, createdFrom, createdBefore } = filter;
  return {
    ...(avatarId !== undefined && { parentId: avatarId }),
    ...(createdFrom !== undefined && { createdFrom }),
    ...(createdBefore !== undefined && { createdBefore }),
  };
}

import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import type { RouterRequest, RoutingStep } from '../../../domain/resource/router.js';
import { countedConnectionOf } from '../../pagination/connection.js';

@ObjectType('RoutingStep', {
  description: 'One step of a decision. It has what its `type` needs; the rest is null or empty.',
})
export class RoutingStepType implements RoutingStep {
  @Field(() => String, {
    description:
      'What was done: `filter` (models that cannot do it are dropped), `capacity` (busy models are passed over), `rank` (the best is taken); there may be more.',
  })
  type!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a filter: its criterion, e.g. `capability` or `price`.',
  })
  filter!: string | null;

  @Field(() => [String], { description: 'Of a filter: the models that were left.' })
  models!: readonly string[];

  @Field(() => [String], { description: 'Of capacity: the models that were passed over.' })
  skipped!: readonly string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of capacity: whether all models were busy, so that none was passed over.',
  })
  allExhausted!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of rank: how it was chosen, `cost`, `selected`, `fallback` or `single_candidate`; there may be more.',
  })
  outcome!: string | null;
}

@ObjectType('RouterRequest', { description: 'A router’s decision about one generation.' })
export class RouterRequestType {
  @Field(() => ID, { description: "Runway's id of the decision." })
  id!: string;

  @Field(() => String, { description: "Runway's id of the request, for support." })
  requestId!: string;

  @Field(() => String, {
    description:
      'How it ended: `routed`, `no_eligible_model`, `router_config_not_found`, `invalid_request` or `error`; there may be more.',
  })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: "Runway's name of the model it chose; null when it chose none.",
  })
  model!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The provider of that model; null when it chose none.',
  })
  provider!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reason for the choice, for people; null when there is none.',
  })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same as a code, e.g. `lowest_cost` or `only_eligible_model`; null when it came to no choice.',
  })
  reasonCode!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits that the generation should cost; null when it is not known.',
  })
  estimatedCredits!: number | null;

  @Field(() => [String], {
    description: 'The filters that left no model; empty when one was left.',
  })
  emptiedBy!: readonly string[];

  @Field(() => [RoutingStepType], { description: 'The steps of the decision, in order.' })
  pipeline!: readonly RoutingStepType[];

  @Field(() => ID, {
    nullable: true,
    description:
      'The resulting task of your tenant; null when there is none, and when the gateway no longer has it.',
  })
  taskId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Runway's id of the task of your tenant that came of it, for support; null when none did.",
  })
  runwayTaskId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  createdAt!: Date;
}

export const RouterRequestConnectionType = countedConnectionOf(RouterRequestType, {
  name: 'RouterRequest',
  entries: 'decisions of a router',
});

/** `taskId`: ours, of the task that Runway knows as `runwayTaskId`. */
export function toRouterRequestType(
  request: RouterRequest,
  taskId: string | null,
): RouterRequestType {
  return { ...request, taskId, createdAt: new Date(request.createdAt) };
}

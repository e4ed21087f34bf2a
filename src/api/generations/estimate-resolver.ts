import { getNullableType, type GraphQLResolveInfo, isInputObjectType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, Info, Query, Resolver, Root } from 'type-graphql';
import { GatewayError } from '../../errors.js';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { Budgets } from '../../services/budgets/budgets.js';
import type { Submissions } from '../../services/submission/submissions.js';
import { argumentTypeOf, inputIssuesOf, type InputRules } from '../input/checked-input.js';
import { RequestEstimateType } from '../tasks/task-payloads.js';
import { toEstimateType } from '../tasks/task-type.js';
import { toValidRequest } from './valid-request.js';
import { chosenInput, EstimateInput, type ChosenInput } from './estimate-input.js';

/** What a request would cost. No call leaves the gateway. */
@Resolver(() => RequestEstimateType)
export class EstimateResolver {
  constructor(
    private readonly budgets: Budgets,
    private readonly submissions: Submissions,
    private readonly rules: InputRules,
  ) {}

  /** Throws what the mutation throws before it accepts anything. */
  @Query(() => RequestEstimateType, { description: operations.estimate.description })
  async estimate(
    // Checked below, by the rules of the chosen mutation.
    @Arg('request', () => EstimateInput, {
      description: 'What would be submitted.',
      validate: false,
    })
    request: EstimateInput,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RequestEstimateType> {
    const chosen = chosenInput(request);
    if (chosen === undefined) {
      throw new GatewayError('INTERNAL', { detail: 'no member of the request is set' });
    }
    const { field, input } = chosen;
    try {
      const issues = await inputIssuesOf(field, input, this.rules);
      if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
      const type = memberType(argumentTypeOf('request', info), field);
      const checked = toValidRequest(field, type, input);
      const estimate = await this.submissions.estimate(viewer, checked);
      return Object.assign(new RequestEstimateType(), toEstimateType(estimate), {
        model: checked.model,
      });
    } catch (error) {
      throw underMember(error, chosen);
    }
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Credits that are left right now in the tightest of your budgets; null: there is no limit. The estimate is not taken off.',
  })
  async remaining(@Ctx() { viewer }: Context): Promise<number | null> {
    return await this.budgets.remaining(viewer);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether such a request would be QUEUED for a while right now instead of being sent at once, as far as the gateway knows.',
  })
  async wouldWait(
    @Root() { model }: RequestEstimateType,
    @Ctx() { viewer }: Context,
  ): Promise<boolean> {
    return await this.submissions.wouldWait(viewer.tenantId, model);
  }
}

function memberType(type: GraphQLInputType, member: string): GraphQLInputType {
  const request = getNullableType(type);
  const field = isInputObjectType(request) ? request.getFields()[member] : undefined;
  if (field === undefined) throw new GatewayError('INTERNAL', { detail: `no member ${member}` });
  return field.type;
}

/** The error with the paths of its issues below the chosen member, which was checked as `input`. */
function underMember(error: unknown, { field }: ChosenInput): unknown {
  if (!(error instanceof GatewayError) || error.issues.length === 0) return error;
  const issues = error.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^input\b/, `request.${field}`),
  }));
  return new GatewayError(error.code, { issues, cause: error });
}

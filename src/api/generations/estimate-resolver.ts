import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import type { Context } from '../../ports/context.js';
import type { Budgets } from '../../services/budgets/budgets.js';
import type { Submissions } from '../../services/submission/submissions.js';
import { RequestEstimateType } from '../tasks/task-payloads.js';

/**
 * The parts of an estimate that are looked up only when a client selects them; no call leaves the
 * gateway.
 */
@Resolver(() => RequestEstimateType)
export class EstimateResolver {
  constructor(
    private readonly budgets: Budgets,
    private readonly submissions: Submissions,
  ) {}

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Credits that are left right now in the tightest of your budgets; null: there is no limit. On a dry run the estimate is not taken off.',
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

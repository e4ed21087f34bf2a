import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { UsageDimension } from '../../ports/budgets/budget-store.js';
import type { Context } from '../../ports/context.js';
import { DateScalar } from '../../scalars/date-scalar.js';
import type { Budgets } from '../../services/budgets/budgets.js';
import { BEFORE_DAY, checkReportDays, FROM_DAY } from '../input/report-days.js';
import { UsageDimensionEnum, UsageType } from './usage-type.js';

@Resolver()
export class UsageResolver {
  constructor(private readonly budgets: Budgets) {}

  /** Throws BAD_USER_INPUT. */
  @Query(() => UsageType, { description: operations.usage.description })
  async usage(
    @Arg('from', () => DateScalar, { description: FROM_DAY }) from: string,
    @Arg('before', () => DateScalar, { description: BEFORE_DAY }) before: string,
    @Arg('by', () => [UsageDimensionEnum], {
      defaultValue: ['day', 'model'],
      description: 'What the groups tell apart; the whole period in one group where it is empty.',
    })
    by: UsageDimension[],
    @Ctx() { viewer }: Context,
  ): Promise<UsageType> {
    checkReportDays(from, before);
    return await this.budgets.usage(viewer, { from, before }, by);
  }
}

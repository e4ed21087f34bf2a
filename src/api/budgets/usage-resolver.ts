import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { Budgets } from '../../services/budgets/budgets.js';
import { checkArgument } from '../input/check-argument.js';
import { checkReportDays } from '../input/report-days.js';
import { UsageInput, UsageType } from './usage-type.js';

@Resolver()
export class UsageResolver {
  constructor(private readonly budgets: Budgets) {}

  /** Throws BAD_USER_INPUT. */
  @Query(() => UsageType, { description: operations.usage.description })
  async usage(
    @Arg('input', () => UsageInput, {
      description: 'The period, and what it is grouped by.',
      validateFn: checkArgument('input'),
    })
    { from, before, by }: UsageInput,
    @Ctx() { viewer }: Context,
  ): Promise<UsageType> {
    checkReportDays(from, before, 'input.before');
    return await this.budgets.usage(viewer, { from, before }, by);
  }
}

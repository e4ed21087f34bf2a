import { Field, Float, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { Budget, BudgetPeriod } from '../../domain/pricing/credits.js';
import { BudgetPeriodEnum, BudgetScopeEnum, type BUDGET_SCOPES } from '../enums.js';

@ObjectType('Budget', {
  description:
    'The used credits of a period, with or without a limit. A task counts in the period in which it was accepted.',
})
export class BudgetType {
  @Field(() => BudgetScopeEnum, { description: 'Whose requests draw on it.' })
  scope!: (typeof BUDGET_SCOPES)[number];

  @Field(() => BudgetPeriodEnum, { description: 'How long it lasts.' })
  period!: BudgetPeriod;

  @Field(() => Float, { nullable: true, description: 'Credits in all; null: no limit.' })
  limit!: number | null;

  @Field(() => Float, {
    description: 'Credits reserved for tasks that have not settled: their maximum expected cost.',
  })
  reserved!: number;

  @Field(() => Float, {
    description:
      'Credits that settled tasks cost. One whose cost could not be read counts with its estimate.',
  })
  spent!: number;

  @Field(() => Float, {
    description:
      'Credits of `reserved` and `spent` beyond those that were set aside when the tasks were accepted. Only a task without a guaranteed estimate can cause one; the log warns operators of each.',
  })
  overrun!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits that are left for new requests; null: no limit.',
  })
  remaining!: number | null;

  @Field(() => DateTimeScalar, { description: 'When the next period begins.' })
  resetsAt!: Date;
}

export function toBudgetType(budget: Budget): BudgetType {
  const { subject, period, limit, reserved, spent, overrun, remaining, resetsAt } = budget;
  const scope = subject === null ? 'TENANT' : 'KEY';
  return { scope, period, limit, reserved, spent, overrun, remaining, resetsAt };
}

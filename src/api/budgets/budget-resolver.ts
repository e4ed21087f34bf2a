import { IsOptional, Matches, Max, Min } from 'class-validator';
import { Arg, Ctx, Field, FieldResolver, Float, ID, InputType } from 'type-graphql';
import { Mutation, ObjectType, Resolver } from 'type-graphql';
import type { BudgetPeriod } from '../../domain/pricing/credits.js';
import { GatewayError } from '../../errors.js';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import { Optional } from '../../scalars/rules/optional.js';
import type { Budgets } from '../../services/budgets/budgets.js';
import { checkArgument } from '../input/check-argument.js';
import { BudgetType, toBudgetType } from './budget-type.js';
import { BudgetPeriodEnum } from '../enums.js';
import { ViewerType } from '../tenants/viewer-resolver.js';

/** Credits: ten million US dollars. What is more is a slip. */
export const CREDITS_LIMIT_MAX = 1_000_000_000;

const ID_PATTERN = /^[a-z0-9-]{1,32}$/;

@InputType('SetBudgetInput', { description: 'A limit on credits.' })
export class SetBudgetInput {
  @Field(() => ID, { description: 'The tenant it bounds.' })
  @Matches(ID_PATTERN)
  tenant!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'A key of the tenant: the limit then holds for its requests alone. Without it, the limit holds for all requests of the tenant.',
  })
  @Optional()
  @Matches(ID_PATTERN)
  key?: string;

  @Field(() => BudgetPeriodEnum, { description: 'How long the credits last.' })
  period!: BudgetPeriod;

  @Field(() => Float, {
    nullable: true,
    description: `Credits, 0–${String(CREDITS_LIMIT_MAX)}; null lifts the limit. May not be left out.`,
  })
  @IsOptional()
  @Min(0)
  @Max(CREDITS_LIMIT_MAX)
  creditsMax?: number | null;
}

@ObjectType('SetBudgetPayload', { description: 'Payload of setBudget.' })
export class SetBudgetPayload {
  @Field(() => BudgetType, { description: 'The budget as it now stands.' })
  budget!: BudgetType;
}

@Resolver(() => ViewerType)
export class BudgetResolver {
  constructor(private readonly budgets: Budgets) {}

  @FieldResolver(() => [BudgetType], {
    description:
      'The budgets that your requests draw on: day and month of your tenant, then day and month of your credential. A request must fit into all of them.',
  })
  async budget(@Ctx() { viewer }: Context): Promise<BudgetType[]> {
    return (await this.budgets.list(viewer)).map(toBudgetType);
  }

  /** Throws NOT_FOUND when there is no such tenant, or the key is not of it. */
  @Mutation(() => SetBudgetPayload, { description: operations.setBudget.description })
  async setBudget(
    @Arg('input', () => SetBudgetInput, {
      description: 'The limit to be set or lifted.',
      validateFn: checkArgument('input'),
    })
    { tenant, key, period, creditsMax }: SetBudgetInput,
    @Ctx() { viewer }: Context,
  ): Promise<SetBudgetPayload> {
    // A budget that is lifted by a forgotten field is no budget.
    if (creditsMax === undefined) throw new GatewayError('BAD_USER_INPUT', { issues: [MISSING] });
    const limit = { tenantId: tenant, keyId: key ?? null, period, creditsMax };
    return { budget: toBudgetType(await this.budgets.setLimit(limit, viewer.audit)) };
  }
}

const MISSING = {
  path: 'input.creditsMax',
  rule: 'required',
  message: 'Give a number of credits, or null to lift the limit.',
} as const;

import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { USAGE_DIMENSIONS, type UsageDimension } from '../../ports/budgets/budget-store.js';
import { DateScalar } from '../../scalars/date-scalar.js';
import { MaxItems } from '../../scalars/rules/bounds.js';
import { USAGE_ROWS_MAX } from '../../services/budgets/budgets.js';
import { BEFORE_DAY, FROM_DAY } from '../input/report-days.js';
import { describe, enumOf, type EnumObject } from '../enum-values.js';

export const UsageDimensionEnum: EnumObject<UsageDimension> = enumOf(USAGE_DIMENSIONS);
registerEnumType(UsageDimensionEnum, {
  name: 'UsageDimension',
  description: 'What usage is grouped by.',
  valuesConfig: describe<UsageDimension>({
    day: 'The UTC day.',
    model: 'The model.',
    key: 'The holder of the credential.',
    label: 'The label of the task.',
  }),
});

@InputType('UsageInput', { description: 'A period, and what its usage is grouped by.' })
export class UsageInput {
  @Field(() => DateScalar, { description: FROM_DAY })
  from!: string;

  @Field(() => DateScalar, { description: BEFORE_DAY })
  before!: string;

  @Field(() => [UsageDimensionEnum], {
    defaultValue: ['day', 'model'],
    description: 'What the groups tell apart; the whole period is one group where it is empty.',
  })
  @MaxItems(USAGE_DIMENSIONS.length)
  by!: UsageDimension[];
}

@ObjectType('UsageRow', { description: 'The tasks of one group, and what they cost.' })
export class UsageRowType {
  @Field(() => DateScalar, { nullable: true, description: 'Null where days are not told apart.' })
  day!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Runway's name; null where a task has no model, or models are not told apart.",
  })
  model!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The holder, e.g. `key:ab12cd34`; null where keys are not told apart.',
  })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Null where a task has no label, or labels are not told apart.',
  })
  label!: string | null;

  @Field(() => Int, { description: 'Number of tasks.' })
  tasks!: number;

  @Field(() => Float, {
    description: 'Credits reserved for those that have not settled: their maximum expected cost.',
  })
  reserved!: number;

  @Field(() => Float, {
    description:
      'Credits that the settled ones cost. One whose cost could not be read counts with its estimate.',
  })
  spent!: number;
}

@ObjectType('Usage', { description: 'What the tasks of a tenant cost.' })
export class UsageType {
  @Field(() => [UsageRowType], {
    description: `The groups, newest day first, then the highest cost first. At most ${String(USAGE_ROWS_MAX)}.`,
  })
  rows!: readonly UsageRowType[];

  @Field(() => Boolean, {
    description: 'Whether there are more groups. Ask for fewer days or a coarser grouping.',
  })
  hasMore!: boolean;
}

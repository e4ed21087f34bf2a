import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../scalars/date-scalar.js';
import type {
  ApiKeyCredits,
  AvatarUsage,
  ModelCredits,
  Organization,
  OrganizationModel,
  OrganizationUsage,
} from '../../domain/organization/organization.js';

@ObjectType('OrganizationModel', {
  description: 'Limits and use of a model by the Runway account.',
})
export class OrganizationModelType implements OrganizationModel {
  @Field(() => String, {
    description: "Runway's name of the model; ones that are no longer offered are among them.",
  })
  model!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Generations that may run at once; null: no limit.',
  })
  maxConcurrentGenerations!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Generations that may be started in 24 hours; null: no limit.',
  })
  maxDailyGenerations!: number | null;

  @Field(() => Float, { description: 'Generations that were started in the last 24 hours.' })
  dailyGenerations!: number;
}

@ObjectType('Organization', {
  description: 'A Runway account: the operator’s, or the own one of a tenant.',
})
export class OrganizationType implements Organization {
  @Field(() => Float, { description: 'Credits that are left.' })
  creditBalance!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits that may be bought in a month; null: no limit.',
  })
  maxMonthlyCreditSpend!: number | null;

  @Field(() => [OrganizationModelType], { description: 'The limits of each model.' })
  models!: readonly OrganizationModelType[];
}

@ObjectType('ModelCredits', { description: 'Credits used for a model.' })
export class ModelCreditsType implements ModelCredits {
  @Field(() => String, { description: "Runway's name of the model." })
  model!: string;

  @Field(() => Float, { description: 'Credits; below 0 where more came back than was used.' })
  amount!: number;
}

@ObjectType('OrganizationUsageDay', { description: 'What was used on a day, by model.' })
export class OrganizationUsageDayType {
  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => [ModelCreditsType], { description: 'Credits by model.' })
  usedCredits!: readonly ModelCreditsType[];
}

@ObjectType('ApiKeyCredits', { description: 'Credits used with a key of the Runway account.' })
export class ApiKeyCreditsType implements ApiKeyCredits {
  @Field(() => String, { description: "Runway's id of the key." })
  apiKeyId!: string;

  @Field(() => Float, { description: 'Credits; below 0 where more came back than was used.' })
  amount!: number;
}

@ObjectType('OrganizationUsageApiKeyDay', {
  description: 'What was used on a day, by key of the Runway account.',
})
export class OrganizationUsageApiKeyDayType {
  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => [ApiKeyCreditsType], { description: 'Credits by key.' })
  usedCredits!: readonly ApiKeyCreditsType[];
}

@ObjectType('OrganizationUsage', { description: 'Credits that the Runway account used.' })
export class OrganizationUsageType implements OrganizationUsage {
  @Field(() => [OrganizationUsageDayType], { description: 'Day by day.' })
  results!: readonly OrganizationUsageDayType[];

  @Field(() => [OrganizationUsageApiKeyDayType], {
    description: 'Day by day and key by key; empty where Runway does not say.',
  })
  resultsByApiKey!: readonly OrganizationUsageApiKeyDayType[];
}

@ObjectType('AvatarUsageDay', { description: 'Calls with avatars that began on a day.' })
export class AvatarUsageDayType {
  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => Int, { description: 'Calls that began.' })
  sessions!: number;

  @Field(() => Float, { description: 'Seconds of those whose duration was measured.' })
  seconds!: number;
}

@ObjectType('AvatarUsage', { description: 'Use of avatars in conversations.' })
export class AvatarUsageType implements AvatarUsage {
  @Field(() => Int, { description: 'Calls that began, including failed ones.' })
  totalSessions!: number;

  @Field(() => Float, { description: 'Seconds of the calls whose duration was measured.' })
  totalSeconds!: number;

  @Field(() => Float, { description: 'Seconds of such a call on average; 0 when there is none.' })
  avgDurationSeconds!: number;

  @Field(() => [AvatarUsageDayType], {
    description: 'One entry per day, including days without a call.',
  })
  byDay!: readonly AvatarUsageDayType[];
}

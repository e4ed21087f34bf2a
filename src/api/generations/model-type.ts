import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ModelFacts, ModelValue } from '../../generated/facts/models.js';
import type { PriceRule } from '../../domain/pricing/price-rule.js';
import { GenerationOperationEnum, PriceUnitEnum } from '../enums.js';

const NO_BOUND = 'null when no bound is known';

@ObjectType('ModelValue', { description: 'A value that a field of the input takes.' })
export class ModelValueType implements ModelValue {
  @Field(() => String, { description: 'Its name in the GraphQL enum.' })
  name!: string;

  @Field(() => String, { description: "Runway's own value, e.g. `1280:720`." })
  value!: string;
}

@ObjectType('ModelDurations', { description: 'How long a video can be, in seconds.' })
export class ModelDurationsType {
  @Field(() => Float, { nullable: true, description: `The shortest; ${NO_BOUND}.` })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: `The longest; ${NO_BOUND}.` })
  max!: number | null;

  @Field(() => [Float], {
    nullable: true,
    description: 'The only ones allowed; null where all between are.',
  })
  values!: readonly number[] | null;

  @Field(() => Boolean, { description: 'Whether `"auto"` lets the model choose.' })
  auto!: boolean;

  @Field(() => Boolean, { description: 'Whether it must be given.' })
  required!: boolean;
}

@ObjectType('ModelPromptText', { description: 'How long a prompt can be, in UTF-16 units.' })
export class ModelPromptTextType {
  @Field(() => Int, { nullable: true, description: `The shortest; ${NO_BOUND}.` })
  min!: number | null;

  @Field(() => Int, { nullable: true, description: `The longest; ${NO_BOUND}.` })
  max!: number | null;

  @Field(() => Boolean, { description: 'Whether it must be given.' })
  required!: boolean;
}

@ObjectType('ModelPromptImages', { description: 'Images that a video starts from or ends at.' })
export class ModelPromptImagesType {
  @Field(() => Int, { nullable: true, description: `Most images; ${NO_BOUND}.` })
  max!: number | null;

  @Field(() => [ModelValueType], { description: 'Where an image can stand.' })
  positions!: readonly ModelValueType[];

  @Field(() => Boolean, { description: 'Whether an image must say its position.' })
  positionRequired!: boolean;
}

@ObjectType('ModelReferences', {
  description: `Media to be guided by: the most of each kind; 0 where none are taken, ${NO_BOUND}.`,
})
export class ModelReferencesType {
  @Field(() => Int, { nullable: true, description: 'Images.' })
  images!: number | null;

  @Field(() => Int, { nullable: true, description: 'Videos.' })
  videos!: number | null;

  @Field(() => Int, { nullable: true, description: 'Audio files.' })
  audio!: number | null;
}

@ObjectType('ModelOutputs', { description: 'How many files one task can make.' })
export class ModelOutputsType {
  @Field(() => Int, { nullable: true, description: `The fewest; ${NO_BOUND}.` })
  min!: number | null;

  @Field(() => Int, { nullable: true, description: `The most; ${NO_BOUND}.` })
  max!: number | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'The only counts allowed; null where all between are.',
  })
  values!: readonly number[] | null;
}

@ObjectType('ModelPrice', {
  description:
    'The known price of Runway. `estimate` computes the most that a request can cost by it.',
})
export class ModelPriceType {
  @Field(() => PriceUnitEnum, { description: 'What is counted.' })
  unit!: PriceRule['quantity']['kind'];

  @Field(() => Int, { nullable: true, description: 'Characters a unit; null for other units.' })
  charactersPerUnit!: number | null;

  @Field(() => Float, {
    description: 'Credits a unit at the least, by resolution, quality and sound.',
  })
  creditsMin!: number;

  @Field(() => Float, { description: 'Credits a unit at the most, surcharges apart.' })
  creditsMax!: number;

  @Field(() => Float, { description: 'Credits of a task before any unit.' })
  base!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits of a task at the least; null for none.',
  })
  minimum!: number | null;

  @Field(() => Boolean, {
    description: 'Whether only a part of the price is known. Then no estimate by it is guaranteed.',
  })
  isPartial!: boolean;
}

@ObjectType('Model', { description: 'What one model of one operation accepts.' })
export class ModelType implements ModelFacts {
  @Field(() => GenerationOperationEnum, { description: 'The mutation.' })
  operation!: string;

  @Field(() => String, {
    nullable: true,
    description: "Runway's name, e.g. `gen4.5`; null where a router or a recipe chooses.",
  })
  model!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The field of the input that selects it; null where the input has no such fields.',
  })
  member!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is good at, in our words; null where we have none yet.',
  })
  summary!: string | null;

  @Field(() => [ModelValueType], { description: 'What `ratio` takes; empty where there is none.' })
  ratios!: readonly ModelValueType[];

  @Field(() => [ModelValueType], {
    description: 'What `resolution` takes; empty where there is none.',
  })
  resolutions!: readonly ModelValueType[];

  @Field(() => [ModelValueType], {
    description: 'What `outputFormat` takes; empty where there is none.',
  })
  outputFormats!: readonly ModelValueType[];

  @Field(() => ModelDurationsType, {
    nullable: true,
    description: 'Null where no duration is chosen.',
  })
  durations!: ModelDurationsType | null;

  @Field(() => ModelPromptTextType, {
    nullable: true,
    description: 'Null where no prompt is taken.',
  })
  promptText!: ModelPromptTextType | null;

  @Field(() => Boolean, { description: 'Whether sound can be switched on and off.' })
  audio!: boolean;

  @Field(() => ModelPromptImagesType, { nullable: true, description: 'Null where none are taken.' })
  promptImages!: ModelPromptImagesType | null;

  @Field(() => ModelReferencesType, { description: 'Media to be guided by.' })
  references!: ModelReferencesType;

  @Field(() => Boolean, { description: 'Whether a seed can be given.' })
  seed!: boolean;

  @Field(() => ModelOutputsType, { nullable: true, description: 'Null where it cannot be chosen.' })
  outputs!: ModelOutputsType | null;

  @Field(() => ModelPriceType, {
    nullable: true,
    description: 'Null where no price is known. Then the gateway reserves the configured maximum.',
  })
  price!: ModelPriceType | null;
}

export function toModelType(facts: ModelFacts, rule: PriceRule | undefined): ModelType {
  return {
    ...facts,
    price: rule === undefined || rule.rates.length === 0 ? null : toModelPriceType(rule),
  };
}

function toModelPriceType(rule: PriceRule): ModelPriceType {
  const { quantity, rates, base, minimum, isPartial } = rule;
  const credits = rates.map((rate) => rate.credits);
  return {
    unit: quantity.kind,
    charactersPerUnit: quantity.kind === 'characters' ? quantity.perUnit : null,
    creditsMin: Math.min(...credits),
    creditsMax: Math.max(...credits),
    base: base ?? 0,
    minimum: minimum ?? null,
    isPartial: isPartial ?? false,
  };
}

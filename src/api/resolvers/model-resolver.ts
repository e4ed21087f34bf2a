import { Arg, Query, Resolver } from 'type-graphql';
import { MODELS } from '../../generated/facts/models.js';
import { gatewayOperations } from '../../operations/gateway.js';
import type { GenerationField } from '../../operations/generation.js';
import { GenerationOperationEnum } from '../types/enums.js';
import { findPriceRule } from '../../services/estimates.js';
import { ModelType, toModelType } from '../types/model-type.js';

@Resolver()
export class ModelResolver {
  @Query(() => [ModelType], { description: gatewayOperations.models.description })
  models(
    @Arg('operation', () => GenerationOperationEnum, {
      nullable: true,
      description: 'The models of one mutation; of all without it.',
    })
    operation: GenerationField | null | undefined,
  ): readonly ModelType[] {
    const wanted =
      typeof operation === 'string'
        ? MODELS.filter((facts) => facts.operation === operation)
        : MODELS;
    return wanted.map((facts) => toModelType(facts, findPriceRule(facts.operation, facts.model)));
  }
}

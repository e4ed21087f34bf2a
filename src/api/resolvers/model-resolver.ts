import { Arg, Query, Resolver } from 'type-graphql';
import { MODELS } from '../../generated/facts/models.js';
import { gatewayOperations } from '../../operations/gateway.js';
import type { GenerationField } from '../../operations/generation.js';
import { GenerationOperationEnum } from '../types/enums.js';
import { ModelType } from '../types/model-type.js';

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
    if (typeof operation !== 'string') return MODELS;
    return MODELS.filter((model) => model.operation === operation);
  }
}

import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isNarrowedFrom } from '../../domain/tenant/viewer.js';
import { operations } from '../../operations/operations.js';
import { MODELS } from '../../generated/facts/models.js';
import type { GenerationField } from '../../operations/generation-operations.js';
import { findOperation } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import { isPermitted, type HeldPolicies, type Policies } from '../../services/keys/policies.js';
import { GenerationOperationEnum } from '../enums.js';
import { findPriceRule } from '../../services/submission/estimates.js';
import { ModelType, toModelType } from './model-type.js';

@Resolver(() => ModelType)
export class ModelResolver {
  /** Read once for all models of a request. */
  readonly #held = new WeakMap<Context, Promise<HeldPolicies>>();

  constructor(private readonly policies: Policies) {}

  @Query(() => [ModelType], { description: operations.models.description })
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

  @FieldResolver(() => Boolean, {
    description:
      'Whether your credential may use it: by its scopes, by what it is narrowed to, and by the policies of your tenant and key. A request may still cost more than they permit.',
  })
  async permitted(
    @Root() { operation, model }: ModelType,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { viewer } = context;
    const scope = findOperation(operation)?.scope;
    if (scope === undefined || scope === 'viewer' || !viewer.scopes.has(scope)) return false;
    if (isNarrowedFrom(viewer, operation) || viewer.limits?.taskIds !== undefined) return false;
    const held = this.#held.get(context) ?? this.policies.of(viewer);
    this.#held.set(context, held);
    return isPermitted(await held, { operation, model });
  }
}

import { Arg, Ctx, FieldResolver, Float, Mutation, Resolver, Root } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { Budgets } from '../../services/budgets/budgets.js';
import type { TokenIssuer } from '../../services/tokens/token-issuer.js';
import { checkArgument } from '../input/check-argument.js';
import { IssueTokenInput, IssueTokenPayload, TokenLimitsType } from './token-types.js';

@Resolver(() => TokenLimitsType)
export class TokenResolver {
  constructor(
    private readonly issuer: TokenIssuer,
    private readonly budgets: Budgets,
  ) {}

  /** Throws FORBIDDEN, NOT_FOUND and TOKENS_NOT_ISSUED: see TokenIssuer.issue. */
  @Mutation(() => IssueTokenPayload, { description: operations.issueToken.description })
  async issueToken(
    @Arg('input', () => IssueTokenInput, {
      description: 'The token to be issued.',
      validateFn: checkArgument('input'),
    })
    { scopes, expiresInSeconds, operations, taskIds, creditsMax }: IssueTokenInput,
    @Ctx() { viewer }: Context,
  ): Promise<IssueTokenPayload> {
    const { text, token, expiresAt } = await this.issuer.issue(viewer, {
      scopes,
      expiresInSeconds,
      limits: {
        ...(operations !== undefined && { operations }),
        ...(taskIds !== undefined && { taskIds }),
        ...(creditsMax !== undefined && { creditsMax }),
      },
    });
    return { token: text, id: token.id, expiresAt };
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Credits that are left of `creditsMax`; null without one.',
  })
  async creditsRemaining(
    @Root() _limits: TokenLimitsType,
    @Ctx() { viewer }: Context,
  ): Promise<number | null> {
    return await this.budgets.remainingOfToken(viewer);
  }
}

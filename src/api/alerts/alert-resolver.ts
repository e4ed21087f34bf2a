import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { SecurityAlerts } from '../../services/alerts/security-alerts.js';
import { checkArgument } from '../input/check-argument.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';
import { After, First } from '../pagination/page-arguments.js';
import { alertCursors } from './alert-cursor.js';
import {
  LiftAlertAnswerPayload,
  SecurityAlertConnectionType,
  SecurityAlertFilterInput,
  SecurityAlertType,
  toAlertFilter,
  toSecurityAlertType,
} from './alert-types.js';

@Resolver(() => SecurityAlertType)
export class AlertResolver {
  constructor(private readonly alerts: SecurityAlerts) {}

  @Query(() => SecurityAlertConnectionType, { description: operations.securityAlerts.description })
  async securityAlerts(
    @Arg('filter', () => SecurityAlertFilterInput, {
      nullable: true,
      description: 'Which of them; without it, all.',
      validateFn: checkArgument('filter'),
    })
    filter: SecurityAlertFilterInput | null | undefined,
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<SecurityAlertType>> {
    const place = alertCursors.after(after);
    const page = { first, after: place?.number ?? null };
    const found = await this.alerts.list(toAlertFilter(filter), page);
    const edges = found.alerts.map((alert) =>
      edgeOf(alertCursors, alert, toSecurityAlertType(alert)),
    );
    return toConnection(edges, found);
  }

  @Mutation(() => LiftAlertAnswerPayload, { description: operations.liftAlertAnswer.description })
  async liftAlertAnswer(
    @Arg('id', () => ID, { description: 'The alert’s id.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<LiftAlertAnswerPayload> {
    return { alert: toSecurityAlertType(await this.alerts.lift(viewer, id)) };
  }
}

import { Resolver } from 'type-graphql';
import type { SecurityAlert } from '../../domain/alerts/security-alert.js';
import { operations } from '../../operations/operations.js';
import type { AlertEvents } from '../../services/alerts/alert-events.js';
import { afterArgument, defineSubscription } from '../define-subscription.js';
import { alertCursors } from './alert-cursor.js';
import { SecurityAlertEventType, toSecurityAlertType } from './alert-types.js';

/** The subscription to alerts: added below. */
@Resolver()
export class AlertSubscriptions {
  constructor(readonly events: AlertEvents) {}
}

interface AfterArgument {
  readonly after: string | null | undefined;
}

defineSubscription<AlertSubscriptions, AfterArgument, SecurityAlert>(AlertSubscriptions, {
  name: 'securityAlertRaised',
  row: operations.securityAlertRaised,
  type: () => SecurityAlertEventType,
  args: { after: afterArgument('alerts') },
  subscribe: ({ events }, { after }, { ended }) =>
    events.watch(alertCursors.after(after)?.number ?? null, ended),
  show: (alert) => ({ cursor: alertCursors.write(alert), alert: toSecurityAlertType(alert) }),
});

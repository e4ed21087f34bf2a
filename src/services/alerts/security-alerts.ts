import type { SecurityAlert } from '../../domain/alerts/security-alert.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { isUuid } from '../../domain/uuid.js';
import { GatewayError } from '../../errors.js';
import type { AlertFilter, AlertPage, AlertStore } from '../../ports/alerts/alert-store.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

/** Alerts for operators. A tenant sees the audit record of each alert that concerns it. */
export class SecurityAlerts {
  readonly #store: Pick<AlertStore, 'listAlerts' | 'liftAnswer'>;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #onLift: () => void;

  constructor(options: {
    readonly store: Pick<AlertStore, 'listAlerts' | 'liftAnswer'>;
    readonly clock: Clock;
    readonly log: Logger;
    /** An answer has ended. */
    readonly onLift: () => void;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#onLift = options.onLift;
  }

  async list(
    filter: AlertFilter,
    page: { readonly first: number; readonly after: number | null },
  ): Promise<AlertPage> {
    return await this.#store.listAlerts(filter, page);
  }

  /**
   * Ends the throttle or the suspension; a second call changes nothing. Throws NOT_FOUND for an
   * unknown id.
   */
  async lift(viewer: Viewer, id: string): Promise<SecurityAlert> {
    if (!isUuid(id)) throw new GatewayError('NOT_FOUND');
    const lift = { now: this.#clock.now(), by: viewer.subject };
    const alert = await this.#store.liftAnswer(id, lift, viewer.audit);
    if (alert === undefined) throw new GatewayError('NOT_FOUND');
    this.#log.info(
      { alertId: id, by: viewer.subject },
      'an operator lifted the answer of an alert',
    );
    this.#onLift();
    return alert;
  }
}

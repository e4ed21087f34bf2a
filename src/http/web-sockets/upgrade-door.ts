import type { Server } from 'node:http';
import { toGatewayError } from '../../api/errors/format-error.js';
import { GatewayError } from '../../errors.js';
import type { Origins } from '../browsers/origins.js';
import type { ClientAddresses } from '../connections/client-address.js';
import type { AuditedRefusals } from '../requests/audited-refusals.js';
import type { EarlyRefusals } from '../requests/early-refusals.js';
import type { Admission } from '../requests/request-admission.js';
import { refuseCredentialInUrl } from '../requests/request-headers.js';
import type { Logger } from '../../ports/logger.js';
import type { RateLimits } from '../throttling/rate-limits.js';
import type { WebSockets } from './web-sockets.js';
import { unawaited } from '../../concurrency/unawaited.js';

export interface UpgradeDoor {
  readonly admission: Admission;
  readonly origins: Origins;
  readonly rates: RateLimits;
  readonly refusals: EarlyRefusals;
  readonly refused: AuditedRefusals | undefined;
  readonly addresses: ClientAddresses;
  readonly webSockets: WebSockets;
  readonly log: Logger;
}

/** Lets in what asks to become a WebSocket, or answers why not. */
export function acceptUpgrades(server: Server, door: UpgradeDoor): void {
  const { admission, origins, rates, refusals, refused, addresses, webSockets, log } = door;
  server.on('upgrade', (request, connection, head) => {
    // Node has given the connection away with all its listeners.
    const onError = (): void => undefined;
    connection.on('error', onError);
    const accept = async (): Promise<void> => {
      try {
        admission.admit(request);
        refuseCredentialInUrl(request.url ?? '/');
        if (!origins.permitWebSocket(request)) throw new GatewayError('ORIGIN_NOT_ALLOWED');
        await rates.countUpgrade(request);
      } catch (error) {
        refused?.tell(error, {}, addresses.exact(request));
        refusals.endUpgrade(request, connection, { error: toGatewayError(error) });
        return;
      }
      connection.off('error', onError);
      webSockets.accept(request, connection, head);
    };
    const accepted = accept().catch((error: unknown) => {
      connection.destroy();
      throw error;
    });
    unawaited(accepted, { name: 'a WebSocket that is asked for', log });
  });
}

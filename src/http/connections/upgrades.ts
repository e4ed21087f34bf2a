import { IncomingMessage } from 'node:http';

/** RFC 6455, 4.1: a GET that names `websocket` among the protocols it would go over to. */
function asksForWebSocket({ method, headers }: IncomingMessage): boolean {
  const protocols = (headers.upgrade ?? '').toLowerCase().split(',');
  return method === 'GET' && protocols.some((protocol) => protocol.trim() === 'websocket');
}

/**
 * Options for `createServer` by which only WebSockets on `path` become `upgrade` events. A server may
 * ignore any other wish (RFC 9110, 7.8), and clients attach some to plain requests: Java's HttpClient
 * sends `Upgrade: h2c` with its first POST. Node before 22.21 and 24.9 has no `shouldUpgradeCallback`
 * and asks the message alone.
 */
export function upgradesTo(path: string): {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly shouldUpgradeCallback: (request: IncomingMessage) => boolean;
} {
  const isUpgrade = (request: IncomingMessage): boolean =>
    asksForWebSocket(request) && request.url?.split('?')[0] === path;
  class Message extends IncomingMessage {
    // Not initialised: Node sets `upgrade` before this class would.
    declare isUpgradeWished: boolean;

    // Node sets it from what its parser saw, and reads it to decide.
    get upgrade(): boolean {
      return this.isUpgradeWished && isUpgrade(this);
    }

    set upgrade(isWished: unknown) {
      this.isUpgradeWished = isWished === true;
    }
  }
  return { IncomingMessage: Message, shouldUpgradeCallback: isUpgrade };
}

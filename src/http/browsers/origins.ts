import type { IncomingMessage } from 'node:http';

/** Pages of this machine, on any port. */
const OWN_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** Which web pages may call: an exact list for CORS and WebSockets alike. */
export class Origins {
  readonly #isAllowed: (origin: string) => boolean;
  readonly #publicUrl: () => string | undefined;

  /**
   * `list` undefined: the pages of this machine. `publicUrl` where the gateway has pages of its own,
   * which may call it whatever the list says.
   */
  constructor(
    list: readonly string[] | undefined,
    publicUrl: () => string | undefined = () => undefined,
  ) {
    this.#publicUrl = publicUrl;
    if (list === undefined) {
      this.#isAllowed = (origin) => OWN_MACHINE.test(origin);
    } else {
      const origins = new Set(list);
      this.#isAllowed = (origin) => origins.has(origin);
    }
  }

  has(origin: string): boolean {
    return this.#isAllowed(origin) || this.#isOwn(origin);
  }

  #isOwn(origin: string): boolean {
    const url = this.#publicUrl();
    return url !== undefined && new URL(url).origin === origin;
  }

  /**
   * Whether a WebSocket may be opened. Browsers name the page's origin and cannot be kept from
   * sending it; other clients name none, and their credential decides.
   */
  permitWebSocket({ headersDistinct }: IncomingMessage): boolean {
    const named = [
      ...(headersDistinct['origin'] ?? []),
      // Version 8 of the protocol, which ws speaks too, has a header of its own.
      ...(headersDistinct['sec-websocket-origin'] ?? []),
    ];
    return named.every((origin) => this.has(origin));
  }
}

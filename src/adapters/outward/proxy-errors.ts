/** There is no tunnel through the proxy. No byte of a request has left this machine. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';

  constructor(
    /** Where the tunnel was to lead, as `host:port`. */
    target: string,
    /** `PROXY_ANSWERED_403`, or the code of what failed on the way to the proxy: `PROXY_ECONNREFUSED`. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`the proxy opened no connection to ${target}: ${code}`, options);
  }
}

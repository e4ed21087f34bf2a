import type { Timing } from './timing.js';

/** Gives the text after `Bearer `: an API key, or an access token. */
export type GetToken = () => string | Promise<string>;

/** A token that ends sooner is not used for a new request. */
const LIFE_LEFT_MS_MIN = 10_000;

/** The token in use: asked for once, and again when it has expired or the gateway has refused it. */
export class TokenSource {
  readonly #getToken: GetToken;
  readonly #now: () => number;
  #token: string | undefined;
  #asked: Promise<string> | undefined;

  constructor(getToken: GetToken, { now }: Pick<Timing, 'now'>) {
    this.#getToken = getToken;
    this.#now = now;
  }

  async current(): Promise<string> {
    if (this.#token !== undefined && expiryMs(this.#token) > this.#now() + LIFE_LEFT_MS_MIN) {
      return this.#token;
    }
    // Requests that start together ask once.
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = undefined;
    });
    return await this.#asked;
  }

  /** The gateway did not accept this token: the next request asks for another. */
  refuse(token: string): void {
    if (this.#token === token) this.#token = undefined;
  }

  /** The token in use is told to have ended: the next request asks for another. */
  expire(): void {
    this.#token = undefined;
  }

  async #ask(): Promise<string> {
    this.#token = await this.#getToken();
    return this.#token;
  }
}

/** The `exp` of a JWT in milliseconds; API keys have none. The gateway verifies it, not we. */
function expiryMs(token: string): number {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return Infinity;
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const { exp } = JSON.parse(text) as { readonly exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : Infinity;
  } catch {
    return Infinity;
  }
}

/** An access token, and when it ends in milliseconds since 1970. */
export interface Token {
  readonly text: string;
  readonly expiresAt: number;
}

export interface SessionTokensOptions {
  readonly token: Token;
  /** Gives the next token; undefined: this one is the last. Rejects where the right to one has ended. */
  readonly renew: (() => Promise<Token>) | undefined;
  /** Told of each next token. */
  readonly onRenewed: (token: Token) => void;
  /** Told once, when no token can be had any more. */
  readonly onEnded: () => void;
}

/** The tokens of one session, each asked for when the one before has ended or was refused. */
export class SessionTokens {
  readonly #options: SessionTokensOptions;
  #isGiven = false;
  #hasEnded = false;

  constructor(options: SessionTokensOptions) {
    this.#options = options;
  }

  /** What the client asks: the first token, then a new one each time. */
  readonly next = async (): Promise<string> => {
    const { token, renew, onRenewed } = this.#options;
    if (!this.#isGiven) {
      this.#isGiven = true;
      return token.text;
    }
    if (renew === undefined) {
      this.#end();
      throw new Error('The session has ended.');
    }
    try {
      const renewed = await renew();
      onRenewed(renewed);
      return renewed.text;
    } catch (error) {
      if (isRefusal(error)) this.#end();
      throw error;
    }
  };

  #end(): void {
    if (!this.#hasEnded) this.#options.onEnded();
    this.#hasEnded = true;
  }
}

/** Whether asking again would be refused again: the key was revoked, the refresh token has ended. */
function isRefusal(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' || code === 'SESSION_ENDED';
}

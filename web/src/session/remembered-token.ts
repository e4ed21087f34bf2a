import type { Token } from './session-tokens.js';

/** The part of a browser's storage that is used. */
export interface TokenStorage {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

const NAME = 'studio.token';

/** The token of this browser tab, where the person wanted it remembered and it has not ended. */
export function rememberedToken(storage: TokenStorage, now: number): Token | undefined {
  const token = parsed(storage.getItem(NAME));
  if (token !== undefined && token.expiresAt > now) return token;
  storage.removeItem(NAME);
  return undefined;
}

/** Keeps the token until the tab is closed. */
export function rememberToken(storage: TokenStorage, token: Token): void {
  storage.setItem(NAME, JSON.stringify(token));
}

export function forgetToken(storage: TokenStorage): void {
  storage.removeItem(NAME);
}

function parsed(json: string | null): Token | undefined {
  try {
    const { text, expiresAt } = JSON.parse(json ?? '{}') as Partial<Token>;
    return typeof text === 'string' && typeof expiresAt === 'number'
      ? { text, expiresAt }
      : undefined;
  } catch {
    return undefined;
  }
}

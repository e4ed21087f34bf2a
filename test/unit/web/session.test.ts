import { Connection } from '../../../web/src/session/connection.js';
import {
  forgetToken,
  rememberedToken,
  rememberToken,
} from '../../../web/src/session/remembered-token.js';
import { SessionTokens, type Token } from '../../../web/src/session/session-tokens.js';

const FIRST: Token = { text: 'first', expiresAt: 1_000 };
const SECOND: Token = { text: 'second', expiresAt: 2_000 };

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('SessionTokens', () => {
  const told: string[] = [];

  beforeEach(() => {
    told.length = 0;
  });

  const tokens = (renew: (() => Promise<Token>) | undefined): SessionTokens =>
    new SessionTokens({
      token: FIRST,
      renew,
      onRenewed: ({ text }) => told.push(text),
      onEnded: () => told.push('ended'),
    });

  it('gives the first token, then a new one each time, and tells of it', async () => {
    const { next } = tokens(() => Promise.resolve(SECOND));
    expect([await next(), await next()]).toEqual(['first', 'second']);
    expect(told).toEqual(['second']);
  });

  it('ends once where there is no next token', async () => {
    const { next } = tokens(undefined);
    await next();
    await expect(next()).rejects.toThrow('The session has ended.');
    await expect(next()).rejects.toThrow('The session has ended.');
    expect(told).toEqual(['ended']);
  });

  it.each(['UNAUTHENTICATED', 'FORBIDDEN', 'SESSION_ENDED'])('ends on %s', async (code) => {
    const { next } = tokens(() => Promise.reject(refusal(code)));
    await next();
    await expect(next()).rejects.toThrow(code);
    expect(told).toEqual(['ended']);
  });

  it('goes on after a failure that may pass', async () => {
    const answers = [
      () => Promise.reject(refusal('STORE_UNAVAILABLE')),
      () => Promise.resolve(SECOND),
    ];
    const { next } = tokens(() => answers.shift()?.() ?? Promise.reject(new Error('asked again')));
    await next();
    await expect(next()).rejects.toThrow('STORE_UNAVAILABLE');
    expect(await next()).toBe('second');
    expect(told).toEqual(['second']);
  });
});

describe('a remembered token', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };

  beforeEach(() => {
    kept.clear();
  });

  it('is there until it ends, and is thrown away then', () => {
    rememberToken(storage, FIRST);
    expect(rememberedToken(storage, 999)).toEqual(FIRST);
    expect(rememberedToken(storage, 1_000)).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('is gone when it is forgotten', () => {
    rememberToken(storage, FIRST);
    forgetToken(storage);
    expect(rememberedToken(storage, 0)).toBeUndefined();
  });

  it.each(['', 'no JSON', 'null', '{"text":1,"expiresAt":"x"}'])('is not read from %j', (text) => {
    kept.set('studio.token', text);
    expect(rememberedToken(storage, 0)).toBeUndefined();
  });
});

describe('Connection', () => {
  it('is lost while the stream is, or the browser has no network, and tells each change once', () => {
    const connection = new Connection();
    const states: boolean[] = [];
    const end = connection.subscribe(() => states.push(connection.isLost()));
    connection.noteStream('open');
    connection.noteStream('lost');
    connection.noteNetwork(false);
    connection.noteStream('open');
    connection.noteNetwork(true);
    end();
    connection.noteStream('lost');
    expect(states).toEqual([true, false]);
  });
});

import { matchPath } from '../../../web/src/app/match-path.js';
import { relativeTime } from '../../../web/src/design/relative-time.js';
import { agoText } from '../../../web/src/tasks/task-words.js';
import { SCOPES } from '../../../src/domain/tenant/scope.js';
import { SCOPE_GROUPS } from '../../../web/src/keys/scopes.js';
import { keyState } from '../../../web/src/keys/key-state.js';

describe('matchPath', () => {
  it('reads the values of a pattern, decoded', () => {
    expect(matchPath('/tasks/:id', '/tasks/a%20b')).toEqual({ id: 'a b' });
    expect(matchPath('/tasks/:id', '/tasks/%zz')).toEqual({ id: '%zz' });
    expect(matchPath('/', '/')).toEqual({});
  });

  it.each(['/tasks', '/tasks/', '/tasks/1/2', '/task/1'])('does not match %s', (path) => {
    expect(matchPath('/tasks/:id', path)).toBeUndefined();
  });
});

describe('relativeTime', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  it.each([
    ['2026-11-30T11:59:30Z', 'just now'],
    ['2026-11-30T12:00:30Z', 'in a moment'],
    ['2026-11-30T11:01:00Z', '59 minutes ago'],
    ['2026-11-30T15:00:00Z', 'in 3 hours'],
    ['2026-11-29T11:00:00Z', 'yesterday'],
    ['2025-10-01T12:00:00Z', 'last year'],
  ])('says %s as “%s”', (at, words) => {
    expect(relativeTime(new Date(at), now)).toBe(words);
  });
});

describe('The scopes that the studio names', () => {
  it('are all that there are', () => {
    const named = SCOPE_GROUPS.flatMap(({ scopes }) => scopes.map(([scope]) => scope as string));
    const all = SCOPES.map((scope) => scope.replaceAll(':', '_').toUpperCase());
    expect(named.sort()).toEqual(all.sort());
  });
});

describe('keyState', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  const past = '2026-11-30T11:59:59Z';
  it.each([
    [{ revokedAt: null, expiresAt: null }, 'Active'],
    [{ revokedAt: null, expiresAt: '2026-11-30T12:00:01Z' }, 'Active'],
    [{ revokedAt: null, expiresAt: past }, 'Ended'],
    [{ revokedAt: past, expiresAt: past }, 'Revoked'],
  ])('of %j is %s', (key, text) => {
    const state = keyState(key, now);
    expect([state.text, state.isActive]).toEqual([text, text === 'Active']);
  });
});

describe('agoText', () => {
  const now = Date.parse('2026-11-30T12:00:00Z');

  it('tells how long ago a task was made', () => {
    expect(agoText('2026-11-30T11:57:00Z', now)).toBe('3 minutes ago');
  });

  it('never speaks of the future: the clock of the gateway may be ahead', () => {
    expect(agoText('2026-11-30T12:01:30Z', now)).toBe('just now');
  });
});

// Guarantee: a remembered credential is at most 2 s old, is dropped when it changes, and spares no
// guess a read.
import { RememberedCredentials } from '../../../src/auth/remembered-credentials.js';
import type { CredentialFollower } from '../../../src/ports/keys/credential-changes.js';
import type { KeyCredential } from '../../../src/ports/keys/key-store.js';
import { anApiKey } from '../../support/auth/an-api-key.js';
import { FakeClock } from '../../support/time/fake-clock.js';

/** Everything about one memory over a store that counts its reads. */
function aMemory() {
  const clock = new FakeClock();
  const reads: string[] = [];
  let followers: readonly CredentialFollower[] = [];
  let find = (id: string): Promise<KeyCredential | undefined> => Promise.resolve(anApiKey({ id }));
  const memory = new RememberedCredentials({
    clock,
    keys: {
      findCredential: (id) => {
        reads.push(id);
        return find(id);
      },
      listActiveTenants: (ids) => {
        reads.push(...ids);
        return Promise.resolve(ids.filter((id) => id !== 'gone'));
      },
    },
    changes: { follow: (follower) => (followers = [...followers, follower]) },
  });
  const hear = (isHearing: boolean): void => {
    for (const follower of followers) follower.onHearing(isHearing);
  };
  hear(true);
  return {
    clock,
    memory,
    hear,
    change: (kind: 'key' | 'tenant', id: string): void => {
      for (const follower of followers) follower.onChange({ kind, id });
    },
    answerWith: (answer: typeof find): void => {
      find = answer;
    },
    /** Ids that were read from the store since the last call. */
    read: () => reads.splice(0),
    ask: (id: string, isHeld = true) => memory.findCredential(id, () => isHeld),
  };
}

describe('remembered credentials', () => {
  it('spare a read for 2 s of the machine, whatever is done to its clock', async () => {
    const { ask, read, clock } = aMemory();
    const key = await ask('ab12');
    clock.step(-60_000);
    await clock.advance(1_999);
    expect(await ask('ab12')).toBe(key);
    expect(read()).toEqual(['ab12']);
    await clock.advance(1);
    await ask('ab12');
    expect(read()).toEqual(['ab12']);
  });

  it('count their age from the beginning of the read', async () => {
    const { ask, read, clock, answerWith } = aMemory();
    let answer: (key: KeyCredential) => void = () => undefined;
    answerWith(() => new Promise((resolve) => (answer = resolve)));
    const asked = ask('ab12');
    await clock.advance(2_000);
    answer(anApiKey());
    await asked;
    answerWith(() => Promise.resolve(undefined));
    expect(await ask('ab12')).toBeUndefined();
    expect(read()).toEqual(['ab12', 'ab12']);
  });

  it('do not spare a read where another secret is given, a key is missing or was revoked', async () => {
    const { ask, read, answerWith } = aMemory();
    await ask('ab12');
    await ask('ab12', false);
    await ask('ab12', false);
    expect(read()).toEqual(['ab12', 'ab12', 'ab12']);
    await ask('cd34', false);
    await ask('cd34');
    answerWith(() => Promise.resolve(undefined));
    await ask('none');
    await ask('none');
    answerWith((id) => Promise.resolve(anApiKey({ id, revokedAt: new Date(0) })));
    await ask('ef56');
    await ask('ef56');
    expect(read()).toEqual(['cd34', 'cd34', 'none', 'none', 'ef56', 'ef56']);
  });

  it('are dropped with a change of the key, and all of a tenant with a change of that', async () => {
    const { ask, read, change, answerWith } = aMemory();
    answerWith((id) => Promise.resolve(anApiKey({ id, tenantId: id < 'c' ? 'acme' : 'bolt' })));
    for (const id of ['a111', 'b222', 'c333']) await ask(id);
    change('key', 'a111');
    for (const id of ['a111', 'b222', 'c333']) await ask(id);
    expect(read()).toEqual(['a111', 'b222', 'c333', 'a111']);
    change('tenant', 'acme');
    for (const id of ['a111', 'b222', 'c333']) await ask(id);
    expect(read()).toEqual(['a111', 'b222']);
  });

  it('are not made of a read that a change fell into', async () => {
    const { ask, read, change, answerWith } = aMemory();
    let answer: (key: KeyCredential) => void = () => undefined;
    answerWith(() => new Promise((resolve) => (answer = resolve)));
    const asked = ask('ab12');
    change('key', 'ab12');
    answer(anApiKey());
    await asked;
    answerWith(() => Promise.resolve(undefined));
    expect(await ask('ab12')).toBeUndefined();
    expect(read()).toEqual(['ab12', 'ab12']);
  });

  it('are off while changes are not heard, and begin anew', async () => {
    const { ask, read, hear } = aMemory();
    await ask('ab12');
    hear(false);
    await ask('ab12');
    await ask('ab12');
    expect(read()).toEqual(['ab12', 'ab12', 'ab12']);
    hear(true);
    await ask('ab12');
    await ask('ab12');
    expect(read()).toEqual(['ab12']);
  });

  it('are as many as 10,000, and no more than 16 MiB', async () => {
    const { ask, read, answerWith } = aMemory();
    for (let count = 0; count <= 10_000; count += 1) await ask(`k${String(count)}`);
    read();
    await ask('k0');
    await ask('k10000');
    expect(read()).toEqual(['k0']);
    const name = 'a'.repeat(6_000_000);
    answerWith((id) => Promise.resolve(anApiKey({ id, name })));
    for (const id of ['big1', 'big2', 'big3', 'big1']) await ask(id);
    expect(read()).toEqual(['big1', 'big2', 'big3', 'big1']);
  });

  it('hold a tenant that is active, until it changes', async () => {
    const { memory, read, change } = aMemory();
    const ask = async (id: string) => [
      await memory.isActiveTenant(id),
      await memory.isActiveTenant(id),
    ];
    expect(await ask('acme')).toEqual([true, true]);
    expect(await ask('gone')).toEqual([false, false]);
    expect(read()).toEqual(['acme', 'gone', 'gone']);
    change('tenant', 'acme');
    expect(await ask('acme')).toEqual([true, true]);
    expect(read()).toEqual(['acme']);
  });
});

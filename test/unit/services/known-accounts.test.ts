import type { RunwayCredential } from '../../../src/domain/account/runway-credential.js';
import { KnownAccounts } from '../../../src/services/accounts/known-accounts.js';
import { RecordedLog } from '../../support/gateway/recorded-log.js';

const AT = new Date('2026-01-01T00:00:00Z');

/** What a store holds, which tests change as another node would. */
class HeldCredentials {
  number = 0;
  lists = 0;
  opened: string[] = [];
  secrets = new Map<string, string | Error>();
  rows: RunwayCredential[] = [];

  put(account: string, tenantId: string | null, version: number, secret: string | Error): void {
    this.rows = this.rows.filter((row) => row.account !== account);
    const mark = `${account} ${String(version)}`;
    const row = { account, tenantId, mark, setAt: AT, setBy: 'key:a', retiredAt: null, version };
    this.rows.push(row);
    this.secrets.set(account, secret);
    this.number += 1;
  }

  remove(account: string): void {
    this.rows = this.rows.filter((row) => row.account !== account);
    this.number += 1;
  }

  changeNumber = () => Promise.resolve(this.number);

  list = () => {
    this.lists += 1;
    return Promise.resolve(this.rows);
  };

  open = (accounts: readonly string[]) => {
    this.opened.push(...accounts);
    return Promise.resolve(new Map([...this.secrets].filter(([name]) => accounts.includes(name))));
  };
}

describe('KnownAccounts', () => {
  let store: HeldCredentials;
  let log: RecordedLog;
  let operatorSecrets: (string | null)[];
  let changed: string[];
  let accounts: KnownAccounts;

  beforeEach(() => {
    store = new HeldCredentials();
    log = new RecordedLog();
    operatorSecrets = [];
    changed = [];
    accounts = new KnownAccounts({
      store,
      log,
      operator: () => 'runway-1',
      onOperatorSecret: (secret) => operatorSecrets.push(secret),
      onChanged: (account) => changed.push(account),
    });
  });

  it('routes a tenant to the account that it has in use, and all others to the operator’s', async () => {
    store.put('own-ann-1', 'ann', 1, 'one');
    await accounts.read();
    expect([accounts.of('ann'), accounts.of('bob')]).toEqual(['own-ann-1', 'runway-1']);
    store.rows = store.rows.map((row) => ({ ...row, retiredAt: AT }));
    store.number += 1;
    await accounts.read();
    expect(accounts.of('ann')).toBe('runway-1');
    expect(accounts.secretOf('own-ann-1')).toBe('one');
  });

  it('reads nothing while nothing has changed, and opens what has changed alone', async () => {
    store.put('own-ann-1', 'ann', 1, 'one');
    store.put('own-bob-1', 'bob', 1, 'two');
    for (let round = 0; round < 3; round += 1) await accounts.read();
    store.put('own-bob-1', 'bob', 2, 'three');
    await accounts.read();
    expect(store.lists).toBe(2);
    expect(store.opened).toEqual(['own-ann-1', 'own-bob-1', 'own-bob-1']);
    expect(changed).toEqual(['own-ann-1', 'own-bob-1', 'own-bob-1']);
    expect(accounts.secretOf('own-bob-1')).toBe('three');
  });

  it('M21: knows no secret where it cannot be opened, tells an operator once, and forgets what is gone', async () => {
    store.put('own-ann-1', 'ann', 1, new Error('a bit flipped'));
    store.put('own-bob-1', 'bob', 1, 'two');
    for (let round = 0; round < 3; round += 1) await accounts.read();
    expect(accounts.of('ann')).toBe('own-ann-1');
    expect(accounts.secretOf('own-ann-1')).toBeUndefined();
    expect(log.lines.filter((line) => line.startsWith('{"level":"error"'))).toHaveLength(1);
    store.remove('own-bob-1');
    await accounts.read();
    expect(accounts.secretOf('own-bob-1')).toBeUndefined();
    expect(changed.at(-1)).toBe('own-bob-1');
  });

  it('M21: hands the operator’s secret on when it changes, and keeps it where the new one cannot be opened', async () => {
    store.put('operator', null, 1, 'one');
    await accounts.read();
    store.put('operator', null, 2, new Error('a bit flipped'));
    await accounts.read();
    store.remove('operator');
    await accounts.read();
    expect(operatorSecrets).toEqual(['one', null]);
    expect(changed).toEqual([]);
  });

  it('keeps what it knows when the store is away, and reads again afterwards', async () => {
    store.put('own-ann-1', 'ann', 1, 'one');
    await accounts.read();
    store.put('own-ann-1', 'ann', 2, 'two');
    const { list } = store;
    store.list = () => Promise.reject(new Error('away'));
    await expect(accounts.read()).rejects.toThrow('away');
    expect(accounts.secretOf('own-ann-1')).toBe('one');
    store.list = list;
    await accounts.read();
    expect(accounts.secretOf('own-ann-1')).toBe('two');
  });
});

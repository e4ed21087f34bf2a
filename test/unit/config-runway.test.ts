import { parseSecrets, RunwayAccounts } from '../../src/adapters/runway/accounts.js';
import { readConfig } from '../../src/config/config.js';

describe('RUNWAYML_API_SECRET', () => {
  it('may hold a secret and the one that it replaces', () => {
    const { runway, emulatorPort } = readConfig({ RUNWAYML_API_SECRET: ' key_new , key_old ' });
    expect(runway.secrets).toEqual(['key_new', 'key_old']);
    expect(emulatorPort).toBeUndefined();
    expect(readConfig({}).runway.secrets).toEqual([]);
    expect(() => readConfig({ RUNWAYML_API_SECRET: 'a,b,c' })).toThrow('RUNWAYML_API_SECRET');
  });

  it('names its account after itself, without telling it', () => {
    const { current, byName } = new RunwayAccounts(['key_new', 'key_old']);
    expect(Object.keys(byName)).toHaveLength(2);
    expect(byName[current]).toEqual({ secret: 'key_new' });
    expect(new RunwayAccounts(['key_old']).current).toBe(Object.keys(byName)[1]);
    for (const name of Object.keys(byName)) expect(name).toMatch(/^runway-[0-9a-f]{8}$/);
  });
});

describe('RUNWAYML_API_SECRET_FILE', () => {
  it('stands in place of RUNWAYML_API_SECRET, also in production, and not beside it', () => {
    const file = { RUNWAYML_API_SECRET_FILE: '/run/secrets/runway' };
    const production = {
      NODE_ENV: 'production',
      OUTPUTS_URL: 'https://outputs.example.com',
      AUDIT_KEY_FILE: '/run/secrets/audit',
      ENCRYPTION_KEY: 'any',
    };
    const { runway, emulatorPort } = readConfig({ ...production, ...file });
    expect([runway.secretFile, runway.secrets, emulatorPort]).toEqual([
      '/run/secrets/runway',
      [],
      undefined,
    ]);
    expect(() => readConfig({ ...file, RUNWAYML_API_SECRET: 'key_1' })).toThrow(
      'RUNWAYML_API_SECRET_FILE must not',
    );
  });

  it('holds one secret or two, however they are parted', () => {
    expect(parseSecrets(' key_new\n')).toEqual(['key_new']);
    for (const text of ['key_new,key_old', 'key_new\nkey_old\n', '\r\nkey_new , key_old\r\n']) {
      expect(parseSecrets(text)).toEqual(['key_new', 'key_old']);
    }
    for (const text of ['', ' \n', ',', 'a b c', 'key_\u0000', 'key_é', 'k'.repeat(501)]) {
      expect(() => parseSecrets(text)).toThrow(/^holds /);
    }
  });
});

describe('RUNWAY_CONCURRENCY_MAX', () => {
  it("is one number for all models, or Runway's word where it is 0 or empty", () => {
    const read = (value: string) =>
      readConfig({ RUNWAY_CONCURRENCY_MAX: value }).runway.concurrencyMax;
    expect([read('3'), read('0'), read('')]).toEqual([3, null, null]);
    expect(() => read('-1')).toThrow('RUNWAY_CONCURRENCY_MAX');
  });
});

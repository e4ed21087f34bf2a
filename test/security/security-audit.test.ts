// Guarantee: the audit finds what is wrong, passes what is right, and reports each check that it could
// not run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { judge, RULES } from '../../scripts/security-audit/checks/configuration.js';
import { findSecrets } from '../../scripts/security-audit/checks/secret-patterns.js';
import type { AuditReport } from '../../scripts/security-audit/report.js';
import type { Finding } from '../../scripts/security-audit/finding.js';
import { newApiKey } from '../../src/domain/tenant/api-key.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

type Told = Pick<AuditReport, 'parts'> & {
  readonly findings: readonly (Finding & { readonly check: string })[];
};

describe('npm run audit:security', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'security-audit-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function audit(
    args: readonly string[],
  ): Promise<{ readonly code: number | null; readonly report: Told; readonly error: string }> {
    const command = ['--import', 'tsx', 'scripts/security-audit/main.ts', '--out', folder, ...args];
    const child = spawn(process.execPath, command, {
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [error] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    const name = (await readdir(folder)).find((file) => file.endsWith('.json'));
    const report = name === undefined ? '{}' : await readFile(join(folder, name), 'utf8');
    return { code: child.exitCode, report: JSON.parse(report) as Told, error };
  }

  describe('of a running gateway', () => {
    let gateway: TestGateway;

    beforeEach(async () => {
      gateway = await startGateway({ SANDBOX: 'false', CORS_ORIGINS: 'https://app.example.com' });
    });

    afterEach(() => gateway.stop());

    it('finds that each field is refused without its scope, and leaves nothing behind', async () => {
      const keyFile = join(folder, 'operator.key');
      await writeFile(keyFile, gateway.operatorKey);
      const only = 'headers,tls,cors,permissions,access';
      const { code, report } = await audit([
        ...['--url', gateway.url, '--key-file', keyFile, '--only', only],
      ]);
      expect(report.findings.filter(({ severity }) => /critical|high/.test(severity))).toEqual([]);
      expect(code).toBe(0);
      expect(report.findings.filter(({ check }) => /headers|cors|permissions/.test(check))).toEqual(
        [],
      );
      const permissions = report.parts.find(({ name }) => name === 'permissions');
      expect(permissions?.table?.rows.length).toBeGreaterThan(80);
      expect(gateway.emulator.requests().filter(({ method }) => method === 'POST')).toEqual([]);
    }, 240_000);

    it('says that it could not run what needs a key', async () => {
      const { code, report } = await audit(['--url', gateway.url, '--only', 'permissions']);
      expect(report.findings).toMatchObject([
        { severity: 'high', check: 'permissions', text: expect.stringMatching(/^Not run: /) },
      ]);
      expect(code).toBe(1);
    }, 60_000);
  });

  it('finds what is wrong with a server that answers everything', async () => {
    const server: Server = createServer((_request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('X-Powered-By', 'Example');
      response.end('Error\n    at handler (/srv/app.ts:1:2)');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${String(port)}`;
    const { code, report } = await audit(['--url', url, '--only', 'headers,cors']);
    server.close();
    expect(code).toBe(1);
    const told = report.findings.map(({ text: finding }) => finding).join('\n');
    for (const part of [
      'introspection without a credential: status 200',
      'TRACE: status 200',
      'x-content-type-options is missing',
      'strict-transport-security is missing',
      'x-powered-by tells of the server',
      'the body shows insides',
      'Pages of https://evil.example may read responses',
    ]) {
      expect(told).toContain(part);
    }
  }, 60_000);

  it('refuses a name that no check has', async () => {
    const { code, error } = await audit(['--only', 'nothing']);
    expect([code, error]).toEqual([2, expect.stringContaining('There is no check nothing')]);
  }, 60_000);
});

describe('the hardened profile', () => {
  const GOOD = {
    NODE_ENV: 'production',
    OUTPUTS_URL: 'https://outputs.example.com',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://gateway.example.com',
    RUNWAYML_API_SECRET_FILE: '/run/secrets/runway',
    DATABASE_URL: 'postgres://gateway@db.example.com/gateway?sslmode=verify-full',
    REDIS_URL: 'rediss://redis.example.com:6379/0',
    TLS_CERT_FILE: '/run/secrets/cert.pem',
    TLS_KEY_FILE: '/run/secrets/key.pem',
    TOKEN_SIGNING_KEYS_FILE: '/run/secrets/signing.json',
    ENCRYPTION_KEY_FILE: '/run/secrets/encryption.key',
    AUDIT_KEY_FILE: '/run/secrets/audit.key',
    AUDIT_ANCHOR_FILE: '/var/log/anchors.ndjson',
    TRUSTED_DOCUMENTS: 'only',
    TRUSTED_DOCUMENTS_FILE: '/srv/documents.json',
    REQUIRE_IDEMPOTENCY_KEY: 'true',
    UNPRICED: 'refuse',
  };

  /** For each rule, by the beginning of its text, what breaks it. */
  const BREAKS: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    'NODE_ENV is not': { NODE_ENV: 'development' },
    'The emulator stands': { EMULATOR: 'true' },
    'Clients may come': { TLS_CERT_FILE: undefined, TLS_KEY_FILE: undefined, HOST: '127.0.0.1' },
    'The explorers are': { SANDBOX: 'true' },
    'The connection to Postgres': { DATABASE_URL: 'postgres://gateway@db.example.com/gateway' },
    'The connection to Redis': { REDIS_URL: 'redis://redis.example.com:6379/0' },
    'The embedded database': { DATABASE_URL: undefined },
    'Each node counts': { REDIS_URL: undefined },
    'There is no key file that': { ENCRYPTION_KEY_FILE: undefined, NODE_ENV: 'development' },
    'Secrets are in the': { BOOTSTRAP_API_KEY: `rgk_audit_${'a'.repeat(22)}` },
    'The audit log has no key': { AUDIT_KEY_FILE: undefined, NODE_ENV: 'development' },
    'The audit log has no anchors': { AUDIT_ANCHOR_FILE: undefined },
    'CORS_ORIGINS lists': { CORS_ORIGINS: 'http://app.example.com' },
    'Clients may send documents': { TRUSTED_DOCUMENTS: 'prefer' },
    'A limit is more': { WRONG_CREDENTIALS_MAX: '1000' },
    'Billable mutations': { REQUIRE_IDEMPOTENCY_KEY: undefined },
    'Requests without a known': { UNPRICED: undefined },
    'Bounds of inputs': { RELAXED_BOUNDS: 'input.promptText' },
    'The log shows': { LOG_LEVEL: 'debug' },
    'A variable looks': { RUNWAYML_API_SECRETS_FILE: '/run/secrets/other' },
  };

  it('has nothing to say of an installation that keeps to it', () => {
    expect(judge(GOOD, { isOwnProfile: false })).toEqual([]);
  });

  it('has a way to break each rule', () => {
    const missing = RULES.filter(
      ({ text: rule }) => !Object.keys(BREAKS).some((beginning) => rule.startsWith(beginning)),
    );
    expect(missing).toEqual([]);
  });

  it.each(Object.entries(BREAKS))('finds: %s …', (beginning, change) => {
    const found = judge({ ...GOOD, ...change }, { isOwnProfile: false });
    expect(found.map(({ text: rule }) => rule)).toContainEqual(
      expect.stringMatching(new RegExp(`^${beginning}`)),
    );
  });
});

describe('the scan for secrets', () => {
  // Put together here, so that the scan of this repository does not find them.
  const pem = (kind: string): string => `-----BEGIN ${kind}-----\n${'MIIEvQIBADANBgkq'.repeat(8)}`;

  it.each([
    ['a key that a gateway has issued', newApiKey().text],
    ['a Runway secret', `key_${'0a1b2c3d'.repeat(16)}`],
    ['a private key', pem('PRIVATE KEY')],
    ['a private key', pem('EC PRIVATE KEY')],
    ['an AWS key', `AKIA${'Q7RZ2M4X'.repeat(2)}`],
    ['a GitHub token', `ghp_${'aZ9'.repeat(12)}`],
    [
      'a password in an address',
      ['postgres://gateway:', 'kD8w#qL2zTv5', '@db.example.com/gateway'].join(''),
    ],
    [
      'a random text given to a secret name',
      ['apiKey = "', 'kD8wQqL2zTv5RbN1', 'xYc7HgF3jMp9"'].join(''),
    ],
  ])('finds %s', (name, secret) => {
    const found = findSecrets(`const value = '';\n${secret}\n`, 'src/file.ts');
    expect(found.map((secretFound) => secretFound.name)).toContain(name);
    for (const { shown } of found) expect(shown.length).toBeLessThanOrEqual(15);
  });

  it.each([
    'rgk_operator_Abcdefghijklmnopqrstuvwx',
    `rgk_${'a'.repeat(12)}_${'b'.repeat(38)}`,
    'key_test',
    'postgres://gateway:password@127.0.0.1/gateway',
    '-----BEGIN PUBLIC KEY-----',
    "password: 'a text of several ordinary words'",
  ])('passes %s', (harmless) => {
    expect(findSecrets(harmless, 'src/file.ts')).toEqual([]);
  });
});

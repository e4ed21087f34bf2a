import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseEnv } from 'node:util';
import { readConfig, type Environment } from '../../src/config/config.js';
import { OTHER_SETTING_NAMES } from '../../src/config/settings.js';
import { buildGateway } from '../support/gateway/build-gateway.js';

/** A value for each setting that it cannot take. Settings that take any text are not here. */
const BAD: Environment = {
  NODE_ENV: 'staging',
  HOST: 'not a host',
  PORT: '65536',
  TRUSTED_PROXIES: 'true',
  CORS_ORIGINS: '*',
  TLS_CERT_FILE: 'cert.pem',
  EMULATOR: 'yes',
  EMULATOR_PORT: '-1',
  ARCHIVE: 'tape',
  ARCHIVE_REDIRECT: 'yes',
  ARCHIVE_S3_ENDPOINT: 's3.example.com',
  ARCHIVE_S3_ENCRYPTION: 'rot13',
  ARCHIVE_COPIES_OPEN_MAX: '0',
  ARCHIVE_FILE_MB_MAX: '0',
  ARCHIVE_TENANT_MB_MAX: '0',
  ARCHIVE_MB_PER_SECOND: '0',
  ARCHIVE_RETENTION_DAYS: '0',
  OUTPUTS_URL: 'https://outputs.example.com/files',
  OUTPUT_LINK_MINUTES: '0',
  OUTPUTS_OPEN_MAX: '0',
  OUTPUTS_PER_ADDRESS_PER_MINUTE: '0',
  OUTPUTS_PER_TENANT_PER_MINUTE: '0',
  DATABASE_URL: 'mysql://localhost/gateway',
  DATABASE_SCHEMA: 'pg_own',
  REDIS_URL: 'localhost:6379',
  ADDRESS_REQUESTS_PER_MINUTE: '0',
  WRONG_CREDENTIALS_MAX: '0',
  ALERT_ANSWERS: 'attacked_key:suspend',
  ALERT_SPEND_FLOOR_CREDITS: '-1',
  ALERT_THRESHOLDS: 'new_network:two',
  ALERT_THROTTLE_MINUTES: '0',
  ALERT_THROTTLE_REQUESTS_PER_MINUTE: '0',
  WAITS_MAX: '-1',
  WAITS_PER_VIEWER_MAX: '-1',
  VIEWER_REQUESTS_PER_SECOND: '0',
  TENANT_REQUESTS_PER_SECOND: '0',
  READS_PER_MINUTE: '0',
  READ_POINTS_PER_MINUTE: '1999',
  UPLOADS_PER_MINUTE: '0',
  UPLOAD_POINTS_PER_MINUTE: '1999',
  GENERATIONS_PER_MINUTE: '0',
  GENERATION_POINTS_PER_MINUTE: '1999',
  ADMIN_PER_MINUTE: '0',
  ADMIN_POINTS_PER_MINUTE: '1999',
  RUNWAYML_BASE_URL: 'api.dev.runwayml.com',
  RUNWAY_ON_BEHALF_OF: 'all',
  RUNWAY_TIMEOUT_MS: '999',
  RUNWAY_CONCURRENCY_MAX: '10001',
  RUNWAY_READS_OPEN_MAX: '0',
  BOOTSTRAP_API_KEY: 'rgk_short_1',
  PUBLIC_URL: 'https://api.example.com/',
  OAUTH_ISSUERS: '{}',
  LOG_LEVEL: 'loud',
  LOG_FORMAT: 'xml',
  LOG_REQUESTS_PERCENT: '101',
  SANDBOX: '1',
  STUDIO: 'on',
  STUDIO_UPLOAD_HOSTS: 'http://uploads.example.com',
  STUDIO_SIGN_IN_ISSUER: 'corp',
  STUDIO_SIGN_IN_SCOPE: 'openid  profile',
  TRUSTED_DOCUMENTS: 'sometimes',
  REQUIRE_IDEMPOTENCY_KEY: 'TRUE',
  IDEMPOTENCY_HOURS: '23',
  UNKNOWN_PRICE_CREDITS_MAX: '1e3',
  UNPRICED: 'sometimes',
  TENANCY: 'few',
  LIVE_TASKS_PER_TENANT_MAX: '0',
  QUEUED_TASKS_PER_TENANT_MAX: '0',
  STORED_BYTES_PER_TENANT_MAX: '1000',
  MODERATED_MAX: '0',
  MODERATION_WINDOW_HOURS: '721',
  RETENTION_DAYS: '0',
  AUDIT_RETENTION_DAYS: '0',
  WEBHOOKS_MAX: '1001',
  WEBHOOK_TIMEOUT_SECONDS: '0',
  WEBHOOK_TENANT_PER_SECOND: '0',
  WEBHOOK_TENANT_CONCURRENCY: '0',
  WEBHOOK_CONCURRENCY: '0',
  WEBHOOK_RETENTION_DAYS: '3',
  WEBHOOK_LOOPBACK: 'on',
  METRICS_PORT: '65536',
  METRICS_HOST: 'localhost',
  METRICS_TENANTS: 'yes',
  HTTPS_PROXY: 'proxy:3128',
  HTTP_PROXY: 'socks5://proxy:1080',
  NO_PROXY: '10.0.0.0/8',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://user:password@collector',
  OTEL_SDK_DISABLED: 'yes',
  OTEL_TRACES_EXPORTER: 'zipkin',
  OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
  OTEL_EXPORTER_OTLP_HEADERS: 'a value',
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'name=%0d%0aother',
  OTEL_EXPORTER_OTLP_TIMEOUT: '0',
  OTEL_EXPORTER_OTLP_COMPRESSION: 'zstd',
  OTEL_RESOURCE_ATTRIBUTES: 'name=%zz',
  OTEL_TRACES_SAMPLER: 'some',
  OTEL_TRACES_SAMPLER_ARG: '1.5',
  OTEL_BSP_SCHEDULE_DELAY: '0',
  OTEL_BSP_MAX_QUEUE_SIZE: '0',
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '0',
  OTEL_BSP_EXPORT_TIMEOUT: '0',
};

const PRODUCTION = {
  NODE_ENV: 'production',
  OUTPUTS_URL: 'https://outputs.example.com',
  AUDIT_KEY_FILE: '/run/secrets/audit',
  ENCRYPTION_KEY_FILE: '/run/secrets/encryption',
};

/** Settings that take any text, or say what is wrong in words of their own. */
const FREE = [
  'ARCHIVE_S3_ACCESS_KEY_ID',
  'ARCHIVE_S3_BUCKET',
  'ARCHIVE_S3_KMS_KEY',
  'ARCHIVE_S3_PREFIX',
  'ARCHIVE_S3_REGION',
  'ARCHIVE_S3_SECRET_ACCESS_KEY',
  'AUDIT_ANCHOR_FILE',
  'AUDIT_KEY_FILE',
  'DATA_DIR',
  'ENCRYPTION_KEY',
  'ENCRYPTION_KEY_FILE',
  'OTEL_EXPORTER_OTLP_CERTIFICATE',
  'OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE',
  'OTEL_EXPORTER_OTLP_CLIENT_KEY',
  'OTEL_SERVICE_NAME',
  'REDIS_PREFIX',
  'RELAXED_BOUNDS',
  'RUNWAYML_API_SECRET',
  'RUNWAYML_API_SECRET_FILE',
  'STUDIO_SIGN_IN_CLIENT',
  'TLS_KEY_FILE',
  'TRUSTED_DOCUMENTS_FILE',
  'TLS_CLIENT_CA_FILE',
  'TOKEN_SIGNING_KEYS_FILE',
];

function problemsOf(env: Environment): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
}

/** The names that readConfig looks up, without those in lower case that proxies have beside. The emulator's are looked up because no secret is set. */
function settingsRead(): Set<string> {
  const names = new Set<string>();
  readConfig(
    new Proxy<Environment>(
      {},
      {
        get: (_env, name) => {
          if (!OTHER_SETTING_NAMES.has(String(name))) names.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return names;
}

describe('readConfig', () => {
  it('tells every problem in one error, one a line', () => {
    const [head, ...lines] = problemsOf(BAD);
    expect(head).toBe('Bad configuration:');
    expect(lines.map((line) => /^ {2}([A-Z0-9_]+) must /.exec(line)?.[1]).sort()).toEqual(
      Object.keys(BAD).sort(),
    );
  });

  it('checks every setting that is not free text', () => {
    expect([...settingsRead()].sort()).toEqual([...Object.keys(BAD), ...FREE].sort());
  });

  it('never repeats a value', () => {
    const message = problemsOf(BAD).join('\n');
    for (const value of ['not a host', 'mysql', 'rgk_short_1', 'loud', '65536']) {
      expect(message).not.toContain(value);
    }
  });

  it('takes an empty or blank setting for one that is not there', () => {
    const blank = Object.fromEntries([...settingsRead()].map((name) => [name, ' ']));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it('takes the least and the most of a range, and nothing beyond', () => {
    for (const port of ['0', '65535']) expect(problemsOf({ PORT: port })).toEqual([]);
    for (const port of ['65536', '-1', '80.5', '0x50', '8e1']) {
      expect(problemsOf({ PORT: port })).toHaveLength(2);
    }
  });

  it('starts the emulator where there is no secret, but not in production', () => {
    expect(readConfig({}).emulatorPort).toBe(4010);
    expect(readConfig({ RUNWAYML_API_SECRET: 'key_1' }).emulatorPort).toBeUndefined();
    expect(problemsOf(PRODUCTION).join()).toContain('RUNWAYML_API_SECRET');
    expect(readConfig({ ...PRODUCTION, EMULATOR: 'true' }).emulatorPort).toBe(4010);
  });

  it('requires AUDIT_KEY_FILE in production', () => {
    const emulator = {
      NODE_ENV: 'production',
      OUTPUTS_URL: 'https://outputs.example.com',
      EMULATOR: 'true',
    };
    expect(problemsOf(emulator).join()).toContain('AUDIT_KEY_FILE is required');
    expect(problemsOf({ ...emulator, NODE_ENV: 'test' })).toEqual([]);
  });

  it('S2: requires a key that encrypts in production, from one place', () => {
    const { NODE_ENV, OUTPUTS_URL, AUDIT_KEY_FILE } = PRODUCTION;
    const emulator = { NODE_ENV, OUTPUTS_URL, AUDIT_KEY_FILE, EMULATOR: 'true' };
    expect(problemsOf(emulator).join()).toContain(
      'ENCRYPTION_KEY_FILE or ENCRYPTION_KEY is required',
    );
    for (const name of ['ENCRYPTION_KEY', 'ENCRYPTION_KEY_FILE']) {
      expect(problemsOf({ ...emulator, [name]: 'any' })).toEqual([]);
    }
    const both = { ENCRYPTION_KEY: 'any', ENCRYPTION_KEY_FILE: 'any' };
    expect(problemsOf(both).join()).toContain('ENCRYPTION_KEY_FILE must not be set beside');
    expect(problemsOf({ ...emulator, NODE_ENV: 'test' })).toEqual([]);
  });

  it('sends the Runway secret over https alone in production, or to this machine', () => {
    const production = { ...PRODUCTION, RUNWAYML_API_SECRET: 'key_1' };
    const at = (url: string) => problemsOf({ ...production, RUNWAYML_BASE_URL: url }).join();
    for (const url of ['https://runway.example.com/v', 'http://127.0.0.1:4010', 'http://[::1]:1']) {
      expect(at(url)).toBe('');
    }
    for (const url of ['http://runway.example.com', 'http://127.0.0.1.example.com']) {
      expect(at(url)).toContain('RUNWAYML_BASE_URL must be https in production');
    }
    expect(readConfig({ RUNWAYML_BASE_URL: 'http://runway.test' }).runway.baseUrl).toContain(
      'http:',
    );
  });

  it('requires PUBLIC_URL in production where tokens are issued or taken, and https', () => {
    const production = { ...PRODUCTION, RUNWAYML_API_SECRET: 'key_1' };
    const issuers = [{ name: 'corp', issuer: 'https://login.example.com', tenant: 'acme' }];
    const withTokens = [
      { TOKEN_SIGNING_KEYS_FILE: '/run/keys.json' },
      { OAUTH_ISSUERS: JSON.stringify(issuers) },
    ];
    expect(problemsOf(production)).toEqual([]);
    for (const tokens of withTokens) {
      expect(problemsOf({ ...production, ...tokens }).join()).toContain('PUBLIC_URL is required');
      const named = { ...production, ...tokens, PUBLIC_URL: 'https://api.example.com' };
      expect(problemsOf(named)).toEqual([]);
      expect(problemsOf(tokens)).toEqual([]);
    }
    for (const url of ['http://api.example.com', 'https://a.example/x', 'https://a.example/']) {
      expect(problemsOf({ ...production, PUBLIC_URL: url }).join()).toContain('PUBLIC_URL must');
    }
    const own = { PUBLIC_URL: 'https://login.example.com', OAUTH_ISSUERS: JSON.stringify(issuers) };
    expect(problemsOf(own).join()).toContain('OAUTH_ISSUERS must not name PUBLIC_URL');
  });

  it('keeps the studio out of production unless it is asked for', () => {
    const production = { ...PRODUCTION, RUNWAYML_API_SECRET: 'key_1' };
    expect(readConfig(production).studio.isOn).toBe(false);
    expect(readConfig({ ...production, STUDIO: 'true' }).studio.isOn).toBe(true);
    expect(readConfig({}).studio.isOn).toBe(true);
    const only = { TRUSTED_DOCUMENTS: 'only', TRUSTED_DOCUMENTS_FILE: 'documents.json' };
    expect(readConfig(only).studio.isOn).toBe(false);
    expect(problemsOf({ ...only, STUDIO: 'true' })).toContainEqual(
      expect.stringContaining('STUDIO must not be true'),
    );
  });

  it('lets people sign in to the studio at an issuer of OAUTH_ISSUERS alone', () => {
    const issuers = '[{"name":"corp","issuer":"https://login.example.com","tenant":"acme"}]';
    const signIn = { STUDIO_SIGN_IN_ISSUER: 'corp', STUDIO_SIGN_IN_CLIENT: 'studio' };
    expect(problemsOf({ ...signIn, OAUTH_ISSUERS: issuers })).toEqual([]);
    expect(problemsOf(signIn)).toContainEqual(expect.stringContaining('entry of OAUTH_ISSUERS'));
    expect(problemsOf({ STUDIO_SIGN_IN_CLIENT: 'studio' })).toContainEqual(
      expect.stringContaining('set together'),
    );
  });

  it('keeps Sandbox out of production unless it is asked for', () => {
    const production = { ...PRODUCTION, RUNWAYML_API_SECRET: 'key_1' };
    expect(readConfig(production).sandbox).toBe(false);
    expect(readConfig({ ...production, SANDBOX: 'true' }).sandbox).toBe(true);
    expect(readConfig({}).sandbox).toBe(true);
  });

  it('takes exact origins of web pages only, and none by default in production', () => {
    const production = { ...PRODUCTION, RUNWAYML_API_SECRET: 'key_1' };
    expect(readConfig(production).corsOrigins).toEqual([]);
    expect(readConfig({}).corsOrigins).toBeUndefined();
    const list = 'https://a.example, http://b.example:81';
    expect(readConfig({ CORS_ORIGINS: list }).corsOrigins).toEqual([
      'https://a.example',
      'http://b.example:81',
    ]);
    for (const bad of [
      '*',
      'null',
      'https://*.example',
      'https://a.example/',
      'https://a.example/app',
      'https://A.example',
      'https://a.example:443',
      'a.example',
      'ftp://a.example',
      'https://user@a.example',
      'https://a.example https://b.example',
      'https://a.example,*',
    ]) {
      expect([bad, problemsOf({ CORS_ORIGINS: bad })]).toEqual([
        bad,
        [expect.any(String), expect.stringContaining('CORS_ORIGINS must')],
      ]);
    }
  });

  it('takes a certificate and its key together', () => {
    const files = { TLS_CERT_FILE: 'c', TLS_KEY_FILE: 'k' };
    expect(readConfig(files).tls).toEqual({ certFile: 'c', keyFile: 'k', clientCaFile: undefined });
    expect(readConfig({ ...files, TLS_CLIENT_CA_FILE: 'a' }).tls?.clientCaFile).toBe('a');
    for (const some of [
      { TLS_CERT_FILE: 'c' },
      { TLS_KEY_FILE: 'k' },
      { TLS_CLIENT_CA_FILE: 'a' },
    ]) {
      expect(problemsOf(some)).toHaveLength(2);
    }
  });

  it('reads a proxy by its name in lower case as well, which goes first', () => {
    const proxy = 'http://user:p%40ss@proxy.example.com:3128';
    expect(readConfig({ HTTPS_PROXY: proxy }).outward.httpsProxy).toBe(proxy);
    const both = {
      https_proxy: proxy,
      HTTPS_PROXY: 'http://other.example.com',
      no_proxy: 'a,.b:1',
    };
    expect(readConfig(both).outward).toEqual({
      httpsProxy: proxy,
      httpProxy: undefined,
      noProxy: 'a,.b:1',
    });
    expect(OTHER_SETTING_NAMES).toEqual(new Set(['https_proxy', 'http_proxy', 'no_proxy']));
    expect(problemsOf({ ...both, https_proxy: 'x' })[1]).toMatch(/^ {2}https_proxy must be /);
  });

  it('refuses an address of a proxy that would not be used as it is written, and repeats none', () => {
    for (const wrong of [
      'proxy.example.com',
      'proxy.example.com:3128',
      'socks5://proxy.example.com:1080',
      'http://proxy.example.com/path',
      'http://proxy.example.com/?a=b',
      'http://canary@proxy.example.com',
      'http://:canary@proxy.example.com',
      'http://user:canary%zz@proxy.example.com',
    ]) {
      for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'http_proxy']) {
        const problems = problemsOf({ [name]: wrong });
        expect([wrong, problems]).toEqual([wrong, [expect.any(String), expect.any(String)]]);
        expect(problems[1]).toContain(`${name} must be`);
        expect(problems.join()).not.toContain('canary');
      }
    }
  });

  it('takes hosts for NO_PROXY, and no range that it could not follow', () => {
    for (const good of ['*', 'a.example', '.a.example, *.b.example:8443', '127.0.0.1 [::1]:81']) {
      expect(problemsOf({ NO_PROXY: good })).toEqual([]);
    }
    for (const wrong of ['10.0.0.0/8', 'http://a.example', '::1', 'a.example,*', 'a*.example']) {
      expect([wrong, problemsOf({ NO_PROXY: wrong }).length]).toEqual([wrong, 2]);
    }
  });

  it('reads a list between commas', () => {
    expect(readConfig({ RELAXED_BOUNDS: ' a.b , ,c.d[].e' }).relaxedBounds).toEqual([
      'a.b',
      'c.d[].e',
    ]);
  });

  it('takes proxies by subnet, address or name, and never by number or for everyone (R2)', () => {
    const named = '10.0.0.0/8, 192.0.2.1,fd00::/8,loopback, uniquelocal ,linklocal';
    expect(readConfig({ TRUSTED_PROXIES: named }).trustedProxies).toHaveLength(6);
    for (const wrong of ['1', 'true', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.internal']) {
      expect(problemsOf({ TRUSTED_PROXIES: `loopback,${wrong}` })).toHaveLength(2);
    }
  });
});

describe('.env.example', () => {
  it('lists exactly the settings that are read', async () => {
    const listed = parseEnv(await readFile('.env.example', 'utf8'));
    expect(Object.keys(listed).sort()).toEqual([...settingsRead()].sort());
  });

  it('gives each its default', async () => {
    const listed = parseEnv(await readFile('.env.example', 'utf8'));
    expect(readConfig(listed as Environment)).toEqual(readConfig({}));
  });

  it('says of each, above it, what it is', async () => {
    const lines = (await readFile('.env.example', 'utf8')).split('\n');
    const bare = lines.filter((line, index) => {
      if (!/^[A-Z_]+=/.test(line)) return false;
      const above = lines.slice(0, index).reverse();
      // Settings that belong together share a comment.
      return !(above.find((other) => !/^[A-Z_]+=/.test(other)) ?? '').startsWith('#');
    });
    expect(bare).toEqual([]);
  });
});

describe('a gateway with a bad configuration', () => {
  it('exits with 1 and every problem, and starts nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-config-'));
    const dataDir = join(folder, 'data');
    const env = { DATA_DIR: dataDir, PORT: 'http', LOG_LEVEL: 'loud' };
    const built = await buildGateway('src');
    const child = spawn(process.execPath, [join(built, 'src/main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [[code], stdout, stderr] = await Promise.all([
      once(child, 'exit'),
      text(child.stdout),
      text(child.stderr),
    ]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(`${problemsOf(env).join('\n')}\n`);
    expect(existsSync(dataDir)).toBe(false);
    await rm(folder, { recursive: true });
  }, 60_000);
});

// Guarantee: when the address of the database asks for TLS, nothing is told to a server that does not
// prove who it is, and no other connection is tried.
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { freePort } from '../support/ports/free-port.js';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { connectionTo } from '../../src/adapters/postgres/connection/database-tls.js';
import { OwnCluster, serverOwner } from '../chaos/own-cluster.js';
import { describeServer } from '../support/store/database.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startRefusingPostgres } from '../support/store/refusing-postgres.js';
import { selfSigned, type Certificate } from '../support/client/self-signed.js';
import { startTlsPostgres, type TlsPostgres } from '../support/store/tls-postgres.js';

const SHOWN = selfSigned('127.0.0.1');

describe('S3: TLS to Postgres', () => {
  let folder: string;
  let log: RecordedLog;
  let server: TlsPostgres;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-pg-tls-'));
    log = new RecordedLog();
    server = await startTlsPostgres(SHOWN);
  });

  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** What the start says, which the server's own refusal ends at the latest. */
  async function start(query: string, port = server.port): Promise<string> {
    const url = `postgres://ann:hunter2@127.0.0.1:${String(port)}/shop${query}`;
    const error: unknown = await openDatabase({ url, log }).catch((reason: unknown) => reason);
    return error instanceof Error ? error.message : 'It has opened';
  }

  async function trusting({ cert }: Certificate): Promise<string> {
    const path = join(folder, 'ca.pem');
    await writeFile(path, cert);
    return `sslrootcert=${path}`;
  }

  const MODES = [
    'sslmode=require',
    'sslmode=prefer',
    'sslmode=allow',
    'sslmode=verify-ca',
    'sslmode=verify-full',
    'ssl=true',
    'ssl=1',
    'sslmode=require&uselibpqcompat=true',
    'sslmode=prefer&uselibpqcompat=true',
    'sslrootcert=system',
    'sslmode=require&ssl=0',
  ];

  it.each(MODES)('with %s is not begun with a server of unknown authority', async (query) => {
    expect(await start(`?${query}`)).toMatch(/^DATABASE_URL: the certificate of .* is not trusted/);
    expect(server.startups).toEqual([]);
  });

  it.each(MODES)('with %s leaves nothing to what Node takes from its environment', (query) => {
    const { ssl } = connectionTo(`postgres://ann@127.0.0.1/shop?${query}`);
    expect(ssl).toMatchObject({ rejectUnauthorized: true, minVersion: 'TLSv1.2' });
  });

  it('is spoken with a server whose authority is named', async () => {
    expect(await start(`?sslmode=verify-full&${await trusting(SHOWN)}`)).toMatch(/over TLS/);
    expect(server.startups).toEqual(['tls']);
    expect(log.lines.join()).not.toMatch(/not checked/);
  });

  it('is not begun with a server of another name, or whose certificate has expired', async () => {
    for (const [certificate, reason] of [
      [selfSigned('127.0.0.2'), /ERR_TLS_CERT_ALTNAME_INVALID/],
      [selfSigned('127.0.0.1', new Date('2020-01-01')), /CERT_HAS_EXPIRED/],
    ] as const) {
      const other = await startTlsPostgres(certificate);
      for (const mode of ['require', 'verify-ca', 'verify-full']) {
        const query = `?sslmode=${mode}&${await trusting(certificate)}`;
        expect(await start(query, other.port)).toMatch(reason);
      }
      expect(other.startups).toEqual([]);
      await other.close();
    }
  });

  it('is not given up for a server without it', async () => {
    const plain = await startRefusingPostgres(Buffer.from('E'));
    for (const query of MODES) {
      expect(await start(`?${query}`, plain.port)).toMatch(/does not speak TLS/);
    }
    await plain.close();
  });

  it('goes unchecked with no-verify alone, and says so', async () => {
    expect(await start('?sslmode=no-verify')).toMatch(/over TLS/);
    expect(server.startups).toEqual(['tls']);
    expect(log.lines.join()).toMatch(/"level":"warn".*is not checked/);
  });

  it('is left out where the address does not ask for it', async () => {
    for (const query of ['', '?sslmode=disable', '?ssl=0']) await start(query);
    expect(server.startups).toEqual(['plain', 'plain', 'plain']);
  });

  it('is refused for a mode that there is not, and for a file that cannot be read', async () => {
    expect(await start('?sslmode=verify_full')).toMatch(
      /^DATABASE_URL cannot be read: sslmode must be/,
    );
    const missing = '?sslmode=require&sslrootcert=/missing.pem';
    expect(await start(missing)).toMatch(/^DATABASE_URL cannot be read:.*\/missing\.pem/);
    expect(server.startups).toEqual([]);
  });

  it('leaves all other parts of the address as they are', () => {
    const url =
      'postgres://ann:a%2Fb%25@db.example:6543/shop?application_name=x%20y&sslmode=require';
    const { connectionString } = connectionTo(url);
    const read = new URL(connectionString ?? '');
    expect([read.username, read.password, read.host, read.pathname]).toEqual([
      'ann',
      'a%2Fb%25',
      'db.example:6543',
      '/shop',
    ]);
    expect([...read.searchParams]).toEqual([['application_name', 'x y']]);
    const plain = 'postgres://ann@/shop?host=/var/run/postgresql';
    expect(connectionTo(plain)).toEqual({ connectionString: plain });
  });
});

describeServer('S3: TLS to a Postgres that speaks it', () => {
  let folder: string;
  let cluster: OwnCluster | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-own-tls-'));
    const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
    await writeFile(files.cert, SHOWN.cert);
    await writeFile(files.key, SHOWN.key, { mode: 0o600 });
    const owner = serverOwner();
    if (owner !== undefined) {
      for (const path of [folder, files.cert, files.key]) await chown(path, owner.uid, owner.gid);
    }
    const settings = { ssl: 'on', ssl_cert_file: files.cert, ssl_key_file: files.key };
    cluster = await OwnCluster.start(await freePort(), settings);
  }, 120_000);

  afterAll(async () => {
    cluster?.remove();
    await rm(folder, { recursive: true });
  });

  it('serves statements and notifications, each connection over TLS 1.2 or later', async () => {
    // Only where the server's programs are on this machine.
    if (cluster === undefined) return;
    const url = `${cluster.url}?sslmode=verify-full&sslrootcert=${join(folder, 'cert.pem')}`;
    const database = await openDatabase({ url, log: new RecordedLog() });
    try {
      const heard = new Promise<string>((resolve) => {
        void database.listen('gateway_tls', resolve).then(async (listening) => {
          await sql`select pg_notify('gateway_tls', 'over TLS')`.execute(database.kysely);
          await heard;
          await listening.stop();
        });
      });
      expect(await heard).toBe('over TLS');
      const { rows } = await sql<{ ssl: boolean; version: string | null }>`
        select ssl, version from pg_stat_ssl join pg_stat_activity using (pid)
        where datname = current_database() and backend_type = 'client backend'
      `.execute(database.kysely);
      expect(rows.length).toBeGreaterThan(0);
      for (const { ssl, version } of rows) expect([ssl, version]).toEqual([true, 'TLSv1.3']);
    } finally {
      await database.close();
    }
  }, 60_000);
});

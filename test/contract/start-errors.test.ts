// Guarantee: a start that cannot open its store says which setting to change, soon, and tells no
// password.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { PGLITE_MAJOR } from '../../src/adapters/postgres/connection/embedded-folder.js';
import { writeMovedMark } from '../../src/adapters/postgres/connection/moved-folder.js';
import { explainDataDir } from '../../src/adapters/postgres/connection/database-start-errors.js';
import {
  createHostileDatabase,
  createPostgresDatabase,
  describeServer,
  pgliteTemplate,
  silentLog,
} from '../support/store/database.js';
import {
  refusal,
  startRefusingPostgres,
  type RefusingPostgres,
} from '../support/store/refusing-postgres.js';

const PASSWORD = 'hunter2%25';

async function messageOf(options: {
  readonly url?: string;
  readonly schema?: string;
  readonly dataDir?: string;
}): Promise<string> {
  const error: unknown = await openDatabase({ ...options, log: silentLog }).then(
    (database) => database.close(),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('It has opened');
  expect(error.message).not.toMatch(/hunter2/);
  return error.message;
}

describe('A start with a DATABASE_URL', () => {
  let server: RefusingPostgres | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it.each([
    [
      'of the wrong user or password',
      refusal('28P01', 'password authentication failed for user "ann"'),
      /user or password is wrong \(user ann\)/,
    ],
    [
      'of a user who is not let in',
      refusal('28000', 'no pg_hba.conf entry for host "::1", user "ann", no encryption'),
      /does not let user ann in.*no encryption.*pg_hba/,
    ],
    [
      'of the wrong database',
      refusal('3D000', 'database "shop" does not exist'),
      /has no database shop/,
    ],
    [
      'of a server that is full',
      refusal('53300', 'sorry, too many clients already'),
      /no connection left/,
    ],
    [
      'of a server that starts',
      refusal('57P03', 'the database system is starting up'),
      /not ready yet \(the database system is starting up\)/,
    ],
    [
      'whose message holds the password',
      refusal('XX000', 'hunter2% is the password'),
      /could not be opened: … is the password XX000/,
    ],
    ['of another server', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), /127\.0\.0\.1:\d+/],
  ])('%s names the cause', async (_what, answer, expected) => {
    server = await startRefusingPostgres(answer);
    const url = `postgres://ann:${PASSWORD}@127.0.0.1:${String(server.port)}/shop`;
    const message = await messageOf({ url });
    expect(message).toMatch(/^DATABASE_URL: /);
    expect(message).toMatch(expected);
  });

  it('of a port on which nothing listens names host and port', async () => {
    server = await startRefusingPostgres(null);
    const { port } = server;
    await server.close();
    server = undefined;
    const url = `postgres://ann:${PASSWORD}@127.0.0.1:${String(port)}/shop`;
    expect(await messageOf({ url })).toMatch(`nothing listens on 127.0.0.1:${String(port)}`);
  });

  it('of a server that says nothing ends soon and says so', async () => {
    server = await startRefusingPostgres(null);
    const url = `postgres://ann:${PASSWORD}@127.0.0.1:${String(server.port)}/shop`;
    expect(await messageOf({ url })).toMatch(/did not answer in time/);
  });

  it('that wants TLS of a server without it says so', async () => {
    server = await startRefusingPostgres(null);
    const at = `127.0.0.1:${String(server.port)}`;
    const url = `postgres://ann:${PASSWORD}@${at}/shop?sslmode=verify-full`;
    expect(await messageOf({ url })).toMatch(/does not speak TLS/);
  });

  it('of an unknown host names the host', async () => {
    const url = `postgres://ann:${PASSWORD}@nowhere.invalid/shop`;
    expect(await messageOf({ url })).toMatch(/the host nowhere\.invalid/);
  });

  it('that names a file which is not there names the file', async () => {
    const url = `postgres://ann:${PASSWORD}@127.0.0.1/shop?sslrootcert=/missing.pem`;
    expect(await messageOf({ url })).toMatch(/^DATABASE_URL cannot be read:.*\/missing\.pem/);
  });
});

describeServer('A start on a Postgres', () => {
  it('of a role that may make no tables names the right and the setting', async () => {
    const { url, drop } = await createHostileDatabase();
    expect(await messageOf({ url, schema: 'public' })).toMatch(
      /may not make the tables.*create on schema public, or set DATABASE_SCHEMA/,
    );
    await drop();
  });

  it('that a newer version has migrated says so', async () => {
    const { url, drop } = await createPostgresDatabase();
    const database = await openDatabase({ url, log: silentLog });
    const migration = { name: '9999-later', timestamp: new Date().toISOString() };
    await database.kysely
      .insertInto('kysely_migration' as never)
      .values(migration)
      .execute();
    await database.close();
    expect(await messageOf({ url })).toMatch(/migrated by a newer version/);
    await drop();
  });
});

describe('A start with a DATA_DIR', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gateway-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('that is a file says so', async () => {
    const dataDir = join(dir, 'file');
    await writeFile(dataDir, '');
    expect(await messageOf({ dataDir })).toBe(`DATA_DIR ${dataDir} is not a folder.`);
    const below = join(dataDir, 'below');
    expect(await messageOf({ dataDir: below })).toBe(`DATA_DIR ${below} is not a folder.`);
  });

  it('that holds something else than a database says so', async () => {
    await mkdir(join(dir, 'pglite'));
    await writeFile(join(dir, 'pglite', 'PG_VERSION'), `${String(PGLITE_MAJOR)}\n`);
    expect(await messageOf({ dataDir: dir })).toMatch(
      `DATA_DIR ${dir} holds no database that this version can open`,
    );
  }, 60_000);

  it('that a newer version has migrated says so, and how to go back', async () => {
    const template = await pgliteTemplate();
    const database = await openDatabase({ dataDir: dir, template, log: silentLog });
    const migration = { name: '9999-later', timestamp: new Date().toISOString() };
    await database.kysely
      .insertInto('kysely_migration' as never)
      .values(migration)
      .execute();
    await database.close();
    expect(await messageOf({ dataDir: dir })).toMatch(
      /^DATA_DIR \S+ was migrated by a newer version of the gateway.*restore the dump/,
    );
  }, 180_000);

  it('whose restore was not finished says so', async () => {
    await mkdir(join(dir, 'restoring', 'pglite'), { recursive: true });
    expect(await messageOf({ dataDir: dir })).toMatch(/a restore was not finished.*store:restore/);
  });

  it('that was moved says where to, also when its mark cannot be read', async () => {
    await writeMovedMark(dir, { id: 'x', to: 'db:5432/shop', at: '2026-01-01T00:00:00.000Z' });
    expect(await messageOf({ dataDir: dir })).toMatch(
      /was moved to db:5432\/shop at 2026-01-01.*DATABASE_URL.*--undo/,
    );
    await writeFile(join(dir, 'moved.json'), '{');
    expect(await messageOf({ dataDir: dir })).toMatch(/was moved to a Postgres/);
  });

  it.each([
    ['EACCES', 'may not be read or written by this user.'],
    ['EROFS', 'is on a read-only file system.'],
    ['ENOSPC', 'is on a disk that is full.'],
  ])('that fails with %s says so', (code, told) => {
    const error = Object.assign(new Error(`${code}: open '/x'`), { code });
    expect(explainDataDir(error, '/x').message).toBe(`DATA_DIR /x ${told}`);
  });
});

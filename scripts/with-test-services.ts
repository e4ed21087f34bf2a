/**
 * `tsx scripts/with-test-services.ts [--require=postgres,redis,browser,promtool,firewall]… <command…>` runs the command
 * with TEST_DATABASE_URL and TEST_REDIS_URL for the Postgres and Redis of this machine, and says for
 * each, and for a Chromium and promtool, whether it was found. A required one that is missing is an error: where
 * it is meant to be there, a skipped suite would look like a passed one.
 *
 * The database is a new one, dropped afterwards, so that a run neither finds nor leaves anything.
 * A variable that is already set is used as it is. PGUSER and PGPASSWORD are honoured. Nothing is
 * printed to stdout after the command, so that its last line stays the last.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import pg from 'pg';
import { findBrowser } from '../test/support/browser/find-browser.js';
import { missingFirewall } from '../test/support/firewall/firewall.js';
import { findPromtool } from '../test/support/telemetry/find-promtool.js';

const HOST = '127.0.0.1';
const CONNECT_WITHIN_MS = 2_000;

/** A URL on this machine's Postgres, by the first user whom it lets in. */
async function findPostgres(): Promise<URL | undefined> {
  const named = process.env['PGUSER'];
  for (const user of named === undefined ? [userInfo().username, 'postgres'] : [named]) {
    const url = new URL(`postgres://${HOST}:5432/postgres`);
    url.username = user;
    url.password = process.env['PGPASSWORD'] ?? '';
    try {
      await onPostgres(url, 'select 1');
      return url;
    } catch {
      // Not there, or it does not know this user: the caller says so.
    }
  }
  return undefined;
}

async function onPostgres(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url.href,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function isRedisThere(): Promise<boolean> {
  const socket = connect(6379, HOST);
  try {
    socket.setTimeout(CONNECT_WITHIN_MS, () => socket.destroy(new Error('No answer.')));
    socket.end('PING\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString().startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const args = process.argv.slice(2);
const REQUIRE = '--require=';
const required = new Set<string>();
while (args[0]?.startsWith(REQUIRE) === true) {
  for (const name of args.shift()?.slice(REQUIRE.length).split(',') ?? []) required.add(name);
}
const [command, ...rest] = args;
if (command === undefined) throw new Error('Say which command to run.');

const environment = { ...process.env };
const missing: string[] = [];
let made: { readonly admin: URL; readonly name: string } | undefined;

if (environment['TEST_DATABASE_URL'] !== undefined) {
  console.log('Postgres: TEST_DATABASE_URL is set and used as it is.');
} else {
  const admin = await findPostgres();
  if (admin === undefined) {
    missing.push('postgres');
    console.log(`Postgres: none lets us in on ${HOST}:5432; the suites that need it are skipped.`);
  } else {
    const name = `gateway_test_${process.pid}_${Date.now()}`;
    await onPostgres(admin, `create database ${name}`);
    made = { admin, name };
    const url = new URL(admin);
    url.pathname = `/${name}`;
    environment['TEST_DATABASE_URL'] = url.href;
    console.log(`Postgres: found on ${HOST}:5432; its suites run in the new database ${name}.`);
  }
}
if (environment['TEST_REDIS_URL'] !== undefined) {
  console.log('Redis: TEST_REDIS_URL is set and used as it is.');
} else if (await isRedisThere()) {
  environment['TEST_REDIS_URL'] = `redis://${HOST}:6379`;
  console.log(`Redis: found on ${HOST}:6379; its suites run there.`);
} else {
  missing.push('redis');
  console.log(`Redis: none answers on ${HOST}:6379; the suites that need it are skipped.`);
}

const browser = findBrowser();
if (browser === undefined) {
  missing.push('browser');
  console.log('Browser: no Chromium, see CHROME_PATH; the suites that need it are skipped.');
} else console.log(`Browser: ${browser}.`);

const promtool = findPromtool();
if (promtool === undefined) {
  missing.push('promtool');
  console.log('promtool: not installed, see PROMTOOL_PATH; the suites that need it are skipped.');
} else console.log(`promtool: ${promtool}.`);

const noFirewall = missingFirewall();
if (noFirewall !== undefined) {
  missing.push('firewall');
  console.log(`Firewall: ${noFirewall} is not installed; check:waf is skipped.`);
} else console.log('Firewall: nginx, its module and the rules are installed.');

try {
  const lacking = missing.filter((name) => required.has(name));
  if (lacking.length > 0) {
    console.error(`Required and missing: ${lacking.join(', ')}.`);
    process.exitCode = 1;
  } else {
    const child = spawn(command, rest, {
      stdio: 'inherit',
      env: environment,
      shell: process.platform === 'win32',
    });
    // The terminal's Ctrl-C reaches the child too; we stay to drop the database.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => child.kill(signal));
    }
    const [code] = (await once(child, 'exit')) as [number | null];
    process.exitCode = code ?? 1;
  }
} finally {
  if (made !== undefined) {
    await onPostgres(made.admin, `drop database if exists ${made.name} with (force)`);
  }
}

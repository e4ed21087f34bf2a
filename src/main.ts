import 'reflect-metadata';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boundHeapGrowth } from './app/heap-growth.js';
import { endOnUncaughtErrors } from './app/last-words.js';
import { readConfig, type Config } from './config/config.js';

/** 29 s: a stop takes less than 30 s whatever hangs, and most of them end long before. */
const STOP_MAX_MS = 29_000;

/** What a start that cannot go on ends with, in one text on standard error. */
function fail(error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

async function serve(config: Config): Promise<void> {
  boundHeapGrowth();
  const store = config.databaseUrl === undefined ? config.dataDir : 'Postgres';
  // A reader of the output that has left does not end the gateway.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  process.stdout.write(`Starting the gateway with its data in ${store} …\n`);
  const { startApp } = await import('./app/start-app.js');
  const { operatorKeyPath } = await import('./app/operator-key-file.js');
  const template = findDatabaseTemplate(config);
  const app = await startApp(config, {
    version: readVersion(),
    ...(template !== undefined && { databaseTemplate: template }),
  });
  const keyFile = operatorKeyPath(config);

  const lines = ['', `  Gateway    ${app.url}/graphql`];
  if (config.sandbox)
    lines.push(`  Explorer   ${app.url}/graphql in a browser (Apollo Sandbox; offline Altair)`);
  if (app.studioUrl !== undefined) lines.push(`  Studio     ${app.studioUrl}`);
  if (app.emulator !== undefined) {
    lines.push(
      `  Emulator   ${app.emulator.url} stands in for Runway (RUNWAYML_API_SECRET is not set)`,
    );
  }
  if (app.metricsUrl !== undefined) lines.push(`  Metrics    ${app.metricsUrl}`);
  const hasKeyFile = existsSync(keyFile);
  if (hasKeyFile) lines.push(`  Key        in ${keyFile}`);
  lines.push(
    '  Demo       npm run demo makes an image and a video, and saves them',
    '  Docs       README.md, docs/clients.md, docs/reference/operations.md',
  );
  lines.push(
    '',
    '  Try it:',
    '',
    curl(app.url, hasKeyFile ? `$(cat ${keyFile})` : '$YOUR_API_KEY'),
    '',
  );
  process.stdout.write(`${lines.join('\n')}\n`);

  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // A second signal changes nothing: stopping has a deadline of its own.
    process.on(signal, () => {
      if (stopping !== undefined) return;
      stopping = app.stop().then(() => process.exit(0), fail);
      // What hangs then has had its time; its leases tell the next start of it.
      setTimeout(
        () => fail('Stopping took too long: the rest is left to the next start.'),
        STOP_MAX_MS,
      );
    });
  }
}

/** As package.json names it, beside the folder of this file. */
function readVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: string };
  return version ?? 'unknown';
}

/** What the build has made (scripts/make-database-template.mjs), where a database is to be begun. */
function findDatabaseTemplate(config: Config): Blob | undefined {
  const file = new URL('./database-template.tar.gz', import.meta.url);
  const isNeeded = config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'pglite'));
  return isNeeded && existsSync(file) ? new Blob([readFileSync(file)]) : undefined;
}

function curl(url: string, key: string): string {
  const query =
    'mutation { createTextToVideo(input: { gen4_5: { promptText: \\"A lighthouse at dawn\\", ratio: RATIO_1280_720, duration: 5 } }) { task { id status estimate { credits } } } }';
  return [
    `  curl -s ${url}/graphql \\`,
    `    -H "Authorization: Bearer ${key}" \\`,
    `    -H 'Content-Type: application/json' \\`,
    `    -d '{"query":"${query}"}'`,
  ].join('\n');
}

async function createKeyCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      tenant: { type: 'string', default: 'default' },
      scopes: { type: 'string', default: '' },
      name: { type: 'string' },
    },
  });
  const { createKey } = await import('./app/commands/create-key.js');
  const { key: stored, text } = await createKey(config, {
    tenant: values.tenant,
    scopes: values.scopes.split(',').filter((scope) => scope !== ''),
    name: values.name ?? null,
  });
  process.stderr.write(`Key ${stored.id} of tenant ${stored.tenantId}, shown this once:\n`);
  process.stdout.write(`${text}\n`);
}

async function accessReviewCommand(config: Config, args: string[]): Promise<void> {
  const options = { 'unused-days': { type: 'string', default: '90' } } as const;
  const { values } = parseArgs({ args, options });
  const { printedAccessReview } = await import('./app/commands/access-review.js');
  process.stdout.write(await printedAccessReview(config, Number(values['unused-days'])));
}

async function verifyAuditCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { anchor: { type: 'string' } } });
  const { verifyAudit } = await import('./app/commands/audit-commands.js');
  const verdict = await verifyAudit(config, { anchorFile: values.anchor });
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  if (verdict.kind === 'whole') return;
  const { position, id, why } = verdict;
  const record = id === null ? '' : ` (${id})`;
  process.stderr.write(`The audit log is broken at record ${String(position)}${record}: ${why}.\n`);
  process.exitCode = 1;
}

async function exportAuditCommand(config: Config): Promise<void> {
  const { exportAudit } = await import('./app/commands/audit-commands.js');
  await exportAudit(config, async (line) => {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain');
  });
}

async function pruneAuditCommand(config: Config): Promise<void> {
  const { pruneAudit } = await import('./app/commands/audit-commands.js');
  process.stdout.write(`${String(await pruneAudit(config))} records were deleted\n`);
}

async function rotateKeysCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      'data-keys': { type: 'boolean', default: false },
      'data-keys-before': { type: 'string' },
    },
  });
  const text = values['data-keys-before'];
  const before = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(before.getTime()))
    throw new Error(`--data-keys-before: ${text ?? ''} is no time.`);
  const isAsked = values['data-keys'] || text !== undefined;
  const { rotateKeys } = await import('./app/commands/rotate-keys.js');
  const isComplete = await rotateKeys(config, {
    dataKeysBefore: isAsked ? before : undefined,
    write: (line) => process.stdout.write(`${line}\n`),
  });
  if (!isComplete) process.exitCode = 1;
}

/** A command of store-commands.ts, which is loaded when it is called. */
function storeCommand(name: 'dumpCommand' | 'restoreCommand' | 'restoredCommand' | 'moveCommand') {
  return async (config: Config, args: string[]): Promise<void> => {
    const commands = await import('./app/commands/store-commands.js');
    await commands[name](config, args, (line) => process.stdout.write(`${line}\n`));
  };
}

const COMMANDS: Readonly<Record<string, (config: Config, args: string[]) => Promise<void>>> = {
  'key:create': createKeyCommand,
  'access-review': accessReviewCommand,
  'keys:rotate': rotateKeysCommand,
  'audit:verify': verifyAuditCommand,
  'audit:export': exportAuditCommand,
  'audit:prune': pruneAuditCommand,
  'store:dump': storeCommand('dumpCommand'),
  'store:restore': storeCommand('restoreCommand'),
  'store:restored': storeCommand('restoredCommand'),
  'store:move': storeCommand('moveCommand'),
};

endOnUncaughtErrors();
const [command, ...rest] = process.argv.slice(2);
try {
  const config = readConfig(process.env);
  if (command === undefined) await serve(config);
  else {
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (run === undefined) {
      const names = Object.keys(COMMANDS).join(', ');
      throw new Error(`Unknown command ${command}. There are: ${names}.`);
    }
    await run(config, rest);
  }
} catch (error) {
  fail(error);
}

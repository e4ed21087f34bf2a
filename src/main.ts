import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './app/commands/run-command.js';
import { boundHeapGrowth } from './app/heap-growth.js';
import { startFrugally } from './app/frugal-start.js';
import { endOnUncaughtErrors } from './app/last-words.js';
import type { App } from './app/start-app.js';
import { stopOnSignals } from './app/stop-on-signals.js';
import { readConfig, type Config } from './config/config.js';

/** What a start that cannot go on ends with, in one text on standard error. */
function fail(error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Loads most of the code, too. */
async function start(config: Config): Promise<App> {
  const { startApp } = await import('./app/start-app.js');
  const template = findDatabaseTemplate(config);
  return await startApp(config, {
    version: readVersion(),
    ...(template !== undefined && { databaseTemplate: template }),
  });
}

async function serve(config: Config): Promise<void> {
  boundHeapGrowth();
  const endFrugality = startFrugally();
  const store = config.databaseUrl === undefined ? config.dataDir : 'Postgres';
  // A reader of the output that has left does not end the gateway.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  const starting = start(config);
  stopOnSignals(starting, fail);
  process.stdout.write(`Starting the gateway with its data in ${store} …\n`);
  const app = await starting;
  endFrugality();
  const { operatorKeyPath } = await import('./app/operator-key-file.js');
  const keyFile = operatorKeyPath(config);

  const lines = ['', `  Gateway    ${app.url}/graphql`];
  if (config.sandbox) {
    const explorers = hasAltair() ? 'Apollo Sandbox; offline Altair' : 'Apollo Sandbox';
    lines.push(`  Explorer   ${app.url}/graphql in a browser (${explorers})`);
  }
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
}

/** As package.json names it, beside the folder of this file. */
function readVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: string };
  return version ?? 'unknown';
}

/** Whether the explorer that needs no other host is installed. It is loaded for the first browser that wants it. */
function hasAltair(): boolean {
  try {
    import.meta.resolve('altair-static');
    return true;
  } catch {
    return false;
  }
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

endOnUncaughtErrors();
const args = process.argv.slice(2);
try {
  if (args.length === 0) await serve(readConfig(process.env));
  else await runCommand(args, () => readConfig(process.env));
} catch (error) {
  fail(error);
}

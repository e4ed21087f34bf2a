import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const CONFIG = resolve('test/config/jest.config.cjs');

export interface SuitesRun {
  readonly printed: string;
  readonly told: string;
  readonly lastLine: string | undefined;
  readonly code: number | null;
}

/** Writes the suites to the folder, and runs them by the project's own configuration of Jest. */
export async function runSuites(
  folder: string,
  suites: Readonly<Record<string, string>>,
  { suiteMsMax, isCi }: { readonly suiteMsMax: number; readonly isCi: boolean },
): Promise<SuitesRun> {
  const config = join(folder, 'jest.config.cjs');
  for (const [name, code] of Object.entries(suites)) await writeFile(join(folder, name), code);
  await writeFile(
    config,
    // They use no build of the gateway and no database.
    `const whole = require(${JSON.stringify(CONFIG)});
    const { rootDir, testPathIgnorePatterns, globalSetup, globalTeardown, ...project } =
      whole.projects[0];
    const inside = {
      ...project,
      rootDir,
      roots: [__dirname],
      testMatch: [__dirname + '/*.test.ts'],
      testEnvironmentOptions: { suiteMsMax: ${String(suiteMsMax)} },
    };
    module.exports = { ...whole, projects: [inside] };`,
  );
  // Two workers, because one suite alone would run in Jest's own process.
  const jest = [resolve('node_modules/jest/bin/jest.js'), '--config', config, '--maxWorkers=2'];
  const run = spawn(process.execPath, jest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { CI: String(isCi) },
  });
  const [printed, told, [code]] = await Promise.all([
    text(run.stdout),
    text(run.stderr),
    once(run, 'exit') as Promise<[number | null]>,
  ]);
  return { printed, told, lastLine: printed.trim().split('\n').at(-1), code };
}

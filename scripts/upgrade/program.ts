import { execFile } from 'node:child_process';

/** One version of the gateway, built. */
export interface Program {
  /** As it stands in the report. */
  readonly name: string;
  /** What Node is to run. */
  readonly main: string;
  /** Names of its migrations, in order. */
  readonly migrations: string;
}

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Runs one of its commands, as npm does. */
export function runCommand(
  { main }: Program,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<CommandResult> {
  const env = { PATH: process.env['PATH'], ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: `${stdout}${stderr}`.trim() });
    });
  });
}

/** The same, where it must end with 0. */
export async function runToEnd(
  program: Program,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<string> {
  const { code, output } = await runCommand(program, environment, ...args);
  if (code !== 0) throw new Error(`${program.name}: ${args.join(' ')} failed:\n${output}`);
  return output;
}

import type { Config } from '../../config/config.js';
import { COMMANDS, type Command } from './command-table.js';

const HELP = new Set(['--help', '-h', 'help']);

/** Runs the command that `args` names, or prints what there is. Throws for one that there is not. */
export async function runCommand(
  [name = '', ...args]: readonly string[],
  readConfig: () => Config,
): Promise<void> {
  if (HELP.has(name)) {
    print('Without a command it serves. The settings: docs/reference/settings.md.\n');
    for (const [each, command] of Object.entries(COMMANDS)) print(described(each, command));
    return;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    throw new Error(`Unknown command ${name}. There are: ${Object.keys(COMMANDS).join(', ')}.`);
  }
  if (args.some((arg) => HELP.has(arg))) {
    print(described(name, command));
    return;
  }
  try {
    await command.run(readConfig(), args);
  } catch (error) {
    if (!isOfOptions(error)) throw error;
    throw new Error(`${error.message}\n${called(name, command)}`, { cause: error });
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function described(name: string, command: Command): string {
  return `${called(name, command)}\n    ${command.does}`;
}

function called(name: string, { usage }: Command): string {
  return usage === '' ? `npm run ${name}` : `npm run ${name} -- ${usage}`;
}

/** Of `parseArgs`: an option that there is not, or that lacks its value. */
function isOfOptions(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

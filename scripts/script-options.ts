import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';

type ScriptOptions = NonNullable<ParseArgsConfig['options']>;

/** The comment that a script begins with: how it is called, and what it does. */
function usageOf(script: string): string {
  const [, comment = ''] = /^\/\*\*\n(.*?)\n? \*\//s.exec(readFileSync(script, 'utf8')) ?? [];
  return comment.replace(/^ \* ?/gm, '');
}

/**
 * The options of a script, which names itself by `import.meta.url`. With `--help` it prints how it is
 * called and ends with 0; with an option that there is not, it says so and ends with `wrongExitCode`.
 */
export function readScriptOptions<const Options extends ScriptOptions>(
  url: string,
  options: Options,
  wrongExitCode = 1,
) {
  const usage = usageOf(fileURLToPath(url));
  if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs<{ readonly options: Options }>({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(wrongExitCode);
  }
}

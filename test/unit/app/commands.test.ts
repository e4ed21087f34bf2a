// Guarantee: each command says how it is called when it is asked, or is called wrongly, and then does nothing.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { COMMANDS } from '../../../src/app/commands/command-table.js';
import { buildGateway } from '../../support/gateway/build-gateway.js';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = promisify(execFile);
const SCRIPTS = jest.requireActual<{ scripts: Record<string, string> }>(
  '../../../package.json',
).scripts;

describe('commands', () => {
  let main: string;
  beforeAll(async () => {
    main = join(await buildGateway('src'), 'src/main.js');
  }, 60_000);

  /** With settings that no command could begin with. */
  async function called(...args: readonly string[]): Promise<Ended> {
    const env = { PORT: 'none' };
    try {
      return { code: 0, ...(await run(process.execPath, [main, ...args], { env })) };
    } catch (error) {
      const { code, stdout, stderr } = error as Ended;
      return { code, stdout, stderr };
    }
  }

  it('--help: names every command, and needs no settings', async () => {
    const { code, stdout } = await called('--help');
    expect(code).toBe(0);
    for (const [name, { usage, does }] of Object.entries(COMMANDS)) {
      expect(stdout).toContain(`npm run ${name}${usage === '' ? '' : ` -- ${usage}`}\n    ${does}`);
    }
  });

  it('<command> --help: tells what it takes', async () => {
    const { code, stdout } = await called('store:dump', '--help');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'npm run store:dump -- --to FILE\n    Writes the whole store to a file.\n',
    });
  });

  it('a command that there is not: names those that there are', async () => {
    const { code, stderr } = await called('store:copy');
    expect(code).toBe(1);
    expect(stderr).toContain(`There are: ${Object.keys(COMMANDS).join(', ')}.`);
  });

  it('an option that there is not: tells what the command takes', async () => {
    const wrong = run(process.execPath, [main, 'store:dump', '--too', 'a'], { env: {} });
    await expect(wrong).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^Unknown option '--too'.*\nnpm run store:dump -- --to FILE\n$/,
      ) as unknown,
    });
  });

  it.each(Object.keys(COMMANDS))('%s: is a script of package.json', (name) => {
    expect(SCRIPTS[name]).toMatch(new RegExp(`dist/main.js ${name}$`));
  });
});

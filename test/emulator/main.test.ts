// Guarantee: `npm run emulator` listens where its setting says, and says what is wrong with a bad one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: { readonly emulator: string };
};
const [, ...ARGUMENTS] = scripts.emulator.split(' ');

/** The script's own command, with more arguments. */
function start(setting: string, ...more: readonly string[]) {
  return spawn(process.execPath, [...ARGUMENTS, ...more], {
    env: { EMULATOR_PORT: setting },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('npm run emulator', () => {
  it.each([
    ['EMULATOR_PORT', ['0']],
    ['--port, which wins over a bad EMULATOR_PORT', ['70000', '--port', '0']],
  ] as const)(
    'listens on the port of %s',
    async (_what, [setting, ...more]) => {
      const emulator = start(setting, ...more);
      const [line] = (await once(emulator.stdout, 'data')) as [Buffer];
      const url = /http:\/\/127\.0\.0\.1:(\d+)/.exec(String(line));
      // 0 is any free port, which the default never is.
      expect(url?.[1]).not.toBe('4010');
      // It answers, and misses the version of a request.
      expect((await fetch(`${url?.[0] ?? ''}/v1/organization`)).status).toBe(400);
      emulator.kill();
      await once(emulator, 'exit');
    },
    60_000,
  );

  it.each(['70000', '-1', 'http', '4010.5'])(
    'does not start with EMULATOR_PORT=%s',
    async (setting) => {
      const emulator = start(setting);
      const [error] = await Promise.all([text(emulator.stderr), once(emulator, 'exit')]);
      expect(error).toContain('The port (--port or EMULATOR_PORT) must be a whole number');
      expect(emulator.exitCode).toBe(1);
    },
    60_000,
  );
});

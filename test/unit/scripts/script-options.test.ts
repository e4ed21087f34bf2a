// Guarantee: a script that takes options tells how it is called, and reads them in one way.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from '../../support/supply-chain/run-script.js';

const SOURCES = readdirSync('scripts', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'script-options.ts')
  .map((file) => ({ file, text: readFileSync(join('scripts', file), 'utf8') }));
const CALLED = SOURCES.filter(({ text }) => text.includes('readScriptOptions('));

describe('options of scripts', () => {
  it('are read in one place', () => {
    expect(SOURCES.filter(({ text }) => text.includes('parseArgs'))).toEqual([]);
    expect(CALLED.length).toBeGreaterThan(5);
  });

  it.each(CALLED)('$file: its first comment names each of them', ({ text }) => {
    const usage = text.slice(0, text.indexOf('*/'));
    expect(usage).toMatch(/^\/\*\*\n \* `npm run [a-z:]+ (?:\[?-- )/);
    const table =
      /readScriptOptions\(import\.meta\.url, (\{.*?\n?\})[,)]|const OPTIONS = (\{.*?\n\})/s;
    const [, inline, named] = table.exec(text) ?? [];
    const names = [...(inline ?? named ?? '').matchAll(/'?([a-z-]+)'?: \{/g)].map(
      ([, name]) => name,
    );
    expect(names).not.toEqual([]);
    for (const name of names) expect(usage).toContain(`--${name ?? ''}`);
  });

  it('--help prints it, and does nothing', async () => {
    const { code, output } = await runScript('webhooks-listen.ts', ['--help']);
    expect(code).toBe(0);
    expect(output).toMatch(/^`npm run webhooks:listen -- --key-file FILE/);
    expect(output).not.toContain('*');
  });

  it.each([
    ['webhooks-listen.ts', 1],
    ['security-audit/main.ts', 2],
  ])('%s: an option that there is not ends it with %s', async (script, wanted) => {
    const { code, output } = await runScript(script, ['--nothing']);
    expect(code).toBe(wanted);
    expect(output).toMatch(/^Unknown option '--nothing'.*\n\n`npm run /);
  });
});

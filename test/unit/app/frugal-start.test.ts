import { execFileSync } from 'node:child_process';

const MB = 1_024 * 1_024;

/** What a process prints that runs this script. */
function printed(script: string, ...options: readonly string[]): unknown {
  const given = [...options, '--import', 'tsx', '--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' }));
}

describe('frugal starts', () => {
  it('set flags back to what V8 has by itself', () => {
    const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    expect(options).toContain('default: --semi-space-growth-factor=2\n');
    expect(options).toContain('default: --opt\n');
    const isNewer = Number.parseInt(process.versions.v8, 10) >= 13;
    expect(options).toContain(`default: ${isNewer ? '--maglev' : '--no-maglev'}\n`);
    expect(options).toContain('default: --parallel-scavenge\n');
  });

  it('keep the young generation small, which grows as ever afterwards', () => {
    const script = `
      import { getHeapSpaceStatistics } from 'node:v8';
      import { startFrugally } from './src/app/frugal-start.ts';
      const live = [];
      const work = () => {
        for (let count = 0; count < 400_000; count += 1) live.push({ count });
        const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
        return Math.round(young.space_size / ${String(MB)});
      };
      const ready = startFrugally();
      const small = work();
      ready();
      process.stdout.write(JSON.stringify([small, work()]));
    `;
    const [small, grown] = printed(script) as [number, number];
    expect(grown).toBeGreaterThanOrEqual(2 * small);
  });

  it('optimize nothing, and afterwards as ever what was hot before', () => {
    const script = (begin: string): string => `
      import { setImmediate as turn } from 'node:timers/promises';
      import { setFlagsFromString } from 'node:v8';
      import { startFrugally } from './src/app/frugal-start.ts';
      setFlagsFromString('--allow-natives-syntax');
      const status = new Function('given', 'return %GetOptimizationStatus(given)');
      const add = (first, second) => first + second;
      const sum = () => { let all = 0; for (let at = 0; at < 100; at += 1) all = add(all, at); return all; };
      const work = () => { for (let count = 0; count < 20_000; count += 1) sum(); return status(sum); };
      const ready = ${begin};
      const before = work();
      ready();
      let after = work();
      // What is compiled meanwhile is put in place between two tasks.
      for (let count = 0; count < 50; count += 1) { await turn(); after = work(); }
      process.stdout.write(JSON.stringify([before, after]));
    `;
    const [before, after] = printed(script('startFrugally()')) as [number, number];
    const [, ever] = printed(script('() => undefined')) as [number, number];
    expect(after).toBe(ever);
    expect(before).not.toBe(ever);
  });

  it('change nothing where nothing is compiled', () => {
    const script = `
      import { startFrugally } from './src/app/frugal-start.ts';
      startFrugally()();
      process.stdout.write('"ready"');
    `;
    expect(printed(script, '--jitless')).toBe('ready');
  });
});

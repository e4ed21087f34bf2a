import { execFileSync } from 'node:child_process';
import { growthPercent } from '../../../src/app/heap-growth.js';

const MB = 1_024 * 1_024;

describe('the growth of the heap', () => {
  it('is V8’s own while little is alive', () => {
    for (const live of [20, 60, 80]) expect(growthPercent(live * MB)).toBe(300);
  });

  it('ends at 320 MB while that leaves room, and is half of what is alive beyond', () => {
    expect([128, 160, 200].map((live) => growthPercent(live * MB))).toEqual([150, 100, 60]);
    expect([214, 400, 4_000].map((live) => growthPercent(live * MB))).toEqual([50, 50, 50]);
  });

  it('is set by options that this Node has', () => {
    const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    expect(options).toContain('--heap-growing-percent');
    expect(options).toContain('--semi-space-growth-factor');
  });

  it('begins when the start is over, for what is young', () => {
    const script = `
      import { getHeapSpaceStatistics } from 'node:v8';
      import { keepYoungHeapSmall } from './src/app/heap-growth.ts';
      const live = [];
      const work = () => {
        for (let count = 0; count < 400_000; count += 1) live.push({ count });
        const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
        return Math.round(young.space_size / ${String(MB)});
      };
      const letYoungHeapGrow = keepYoungHeapSmall();
      const small = work();
      letYoungHeapGrow();
      process.stdout.write(JSON.stringify([small, work()]));
    `;
    const given = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const [small, grown] = JSON.parse(
      execFileSync(process.execPath, given, { encoding: 'utf8' }),
    ) as [number, number];
    expect(grown).toBeGreaterThanOrEqual(2 * small);
  });
});

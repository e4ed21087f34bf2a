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
  });
});

import { workersOf } from '../../config/worker-count.cjs';

const GB = 1e9;

describe('The number of suites that run at once', () => {
  it.each([
    [1, 64, 2],
    [2, 24, 3],
    [2, 8, 2],
    [2, 2, 2],
    [4, 16, 5],
    [8, 16, 5],
    [8, 32, 9],
  ])('is, on %i cores with %i GB, %i', (cores, gigabytes, workers) => {
    expect(workersOf({ cores, bytes: gigabytes * GB })).toBe(workers);
  });
});

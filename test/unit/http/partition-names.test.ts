import { PartitionNames } from '../../../src/http/throttling/partition-names.js';

describe('PartitionNames', () => {
  it('names a holder as express-rate-limit does, each time alike', () => {
    const names = new PartitionNames();
    // Of the sha256 of `127.0.0.1`, which begins with 12ca17b49af2.
    expect([names.of('127.0.0.1'), names.of('127.0.0.1')]).toEqual([
      'MTJjYTE3YjQ5YWYy',
      'MTJjYTE3YjQ5YWYy',
    ]);
    expect(names.of('127.0.0.2')).not.toBe(names.of('127.0.0.1'));
  });

  it('remembers 10,000 holders and no long text', () => {
    const names = new PartitionNames();
    names.of('x'.repeat(201));
    expect(names.rememberedCount).toBe(0);
    for (let count = 0; count < 10_100; count += 1) names.of(String(count));
    expect(names.rememberedCount).toBe(10_000);
  });
});

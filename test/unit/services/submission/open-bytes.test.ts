import { OpenBytes } from '../../../../src/services/submission/open-bytes.js';

const LIMITS = { smallBytes: 10, largestBytes: 100, bytesMax: 250 };

describe('OpenBytes', () => {
  let rooms = 0;
  let open: OpenBytes;
  beforeEach(() => {
    rooms = 0;
    open = new OpenBytes(LIMITS, () => {
      rooms += 1;
    });
  });

  it('Q14: lets in what fits, and small requests always', () => {
    const first = open.claimFor(200);
    expect(first?.bytesMax).toBe(200);
    expect(open.claimFor(51)).toBeUndefined();
    expect(open.claimFor(10)?.bytesMax).toBe(10);
    first?.end();
    expect(rooms).toBe(1);
  });

  it('Q14: holds the most for what the queue gives next, until that is known', () => {
    const lanes = [open.claimNext(), open.claimNext(), open.claimNext()];
    expect(lanes.map(({ bytesMax }) => bytesMax)).toEqual([null, null, 10]);
    lanes[0]?.shrinkTo(5);
    expect(rooms).toBe(1);
    expect(open.claimNext().bytesMax).toBeNull();
  });

  it('Q14: lets no new request pass one of the queue that has not fitted', () => {
    const others = [open.claimFor(100), open.claimFor(100)];
    expect(open.claimNext().bytesMax).toBe(10);
    expect(open.claimFor(20)).toBeUndefined();
    others[0]?.end();
    expect(open.claimFor(20)).toBeUndefined();
    open.claimNext().end();
    expect(open.claimFor(20)?.bytesMax).toBe(20);
  });

  it('frees a claim once', () => {
    const claim = open.claimFor(200);
    claim?.end();
    claim?.end();
    expect(open.claimFor(250)).toBeDefined();
    expect(open.claimFor(11)).toBeUndefined();
  });
});

/** 64 kB, the size of one pattern, which a long file repeats. */
const PATTERN_BYTES = 65_536;

/** A file of any length whose bytes are made when they are sent: it takes no memory. */
export class LongFile {
  readonly #pattern: Buffer;

  private constructor(
    /** The bytes of the whole file that stand at its beginning. */
    private readonly head: Buffer,
    private readonly seed: number,
    private readonly from: number,
    /** Past the last byte; Infinity for a file without an end. */
    private readonly to: number,
  ) {
    this.#pattern = patternOf(seed);
  }

  /** A file that begins as `head` does; `bytes` may be fewer than it has, or Infinity. */
  static of(head: Buffer, seed: number, bytes: number): LongFile {
    return new LongFile(head, seed, 0, bytes);
  }

  get length(): number {
    return this.to - this.from;
  }

  /** Like Buffer.subarray, for positions inside the file. */
  subarray(from: number, to: number): LongFile {
    const end = Math.min(this.to, this.from + to);
    return new LongFile(this.head, this.seed, Math.min(end, this.from + from), end);
  }

  *pieces(): Generator<Buffer> {
    let at = this.from;
    if (at < this.head.length) {
      const piece = this.head.subarray(at, Math.min(this.to, this.head.length));
      at += piece.length;
      if (piece.length > 0) yield piece;
    }
    while (at < this.to) {
      const offset = at % PATTERN_BYTES;
      const piece = this.#pattern.subarray(offset, Math.min(PATTERN_BYTES, offset + this.to - at));
      at += piece.length;
      yield piece;
    }
  }
}

/** Differs between files, and does not look like any format. */
function patternOf(seed: number): Buffer {
  const pattern = Buffer.alloc(PATTERN_BYTES);
  let state = (seed ^ 0x9e3779b9) >>> 0;
  for (let at = 0; at < PATTERN_BYTES; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pattern.writeUInt32LE(state, at);
  }
  return pattern;
}

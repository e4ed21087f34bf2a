import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';

/** Interim answers before one final answer; a server that sends more is taken for broken. */
export const INTERIM_ANSWERS_MAX = 16;

/** 16 kB for all interim answers before one final answer. */
const INTERIM_BYTES_MAX = 16_384;

/** As long as `HTTP/1.1 100`: what tells an interim answer from a final one. */
const STATUS_LENGTH = 12;

/** 101 is none: it would end HTTP on this connection. */
const INTERIM = /^HTTP\/1\.\d 1(?!01)\d\d$/;

const HEAD_END = '\r\n\r\n';
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * A connector whose sockets hide interim answers (100 Continue, 102, 103 …) from undici. RFC 9110,
 * section 15.2: a client must be able to take any number of them before the final answer, also when
 * it has not asked for one. Undici breaks the connection at a 100, and takes others without end.
 */
export function withoutInterimAnswers(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...result) => {
      if (result[0] === null) hideInterimAnswers(result[1]);
      callback(...result);
    });
  };
}

/**
 * For one request at a time: whatever is written begins a request, so that the next bytes read are
 * the start of its answer.
 */
function hideInterimAnswers(socket: Socket): void {
  const read = socket.read.bind(socket);
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let filter = new InterimFilter();
  socket.write = (...args: unknown[]) => {
    filter = new InterimFilter();
    return write(...args);
  };
  socket.read = (size?: number): unknown => {
    for (;;) {
      const chunk: unknown = read(size);
      if (!(chunk instanceof Buffer)) return chunk;
      const rest = filter.pass(chunk);
      if (rest === 'broken') {
        socket.destroy(new TooManyInterimAnswers());
        return null;
      }
      if (rest.length > 0) return rest;
    }
  };
}

class TooManyInterimAnswers extends Error {
  readonly code = 'TOO_MANY_INTERIM_ANSWERS';
}

/** Drops the interim answers at the start of a stream of bytes. */
class InterimFilter {
  #isFinal = false;
  #held: Buffer = NOTHING;
  #count = 0;
  #bytes = 0;

  /** What is left of the bytes so far; empty while that is not known. */
  pass(chunk: Buffer): Buffer | 'broken' {
    if (this.#isFinal) return chunk;
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    while (this.#held.length >= STATUS_LENGTH) {
      if (!INTERIM.test(this.#held.toString('latin1', 0, STATUS_LENGTH))) {
        this.#isFinal = true;
        return this.#held;
      }
      const end = this.#held.indexOf(HEAD_END);
      const length = end < 0 ? this.#held.length : end + HEAD_END.length;
      if (this.#bytes + length > INTERIM_BYTES_MAX) return 'broken';
      if (end < 0) return NOTHING;
      this.#count += 1;
      this.#bytes += length;
      if (this.#count > INTERIM_ANSWERS_MAX) return 'broken';
      this.#held = this.#held.subarray(length);
    }
    return NOTHING;
  }
}

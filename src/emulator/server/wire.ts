import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answer } from './handler.js';
import type { Clock } from './emulator-clock.js';
import { hasOwnAnswer, type Fault } from '../control/faults.js';
import { LongFile } from '../media/long-file.js';

/** Into how many pieces a dripping body is cut, at most. */
const PIECES_MAX = 16;
/** Pieces of a long file that are written before others have their turn. */
const PIECES_AT_ONCE = 16;

/** What the client is told: the real answer, or the fault's own. */
export function distort(real: Answer | undefined, fault: Fault | undefined): Answer {
  if (!fault) return real ?? { status: 200 };
  const answer: Answer = hasOwnAnswer(fault)
    ? { status: fault.status ?? real?.status ?? 200, ...bodyOf(fault) }
    : (real ?? { status: 200 });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...lowerCased(fault.headers ?? {}),
      ...(fault.contentType === undefined ? {} : { 'content-type': fault.contentType }),
    },
  };
}

function bodyOf(fault: Fault): Pick<Answer, 'body' | 'headers'> {
  if (fault.rawBody !== undefined) {
    return {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: Buffer.from(fault.rawBody),
    };
  }
  return 'body' in fault ? { body: fault.body } : {};
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** How a fault distorts the bytes of an answer. */
export type Distortion = Pick<Fault, 'truncate' | 'dripMs' | 'lengthBy' | 'endless'>;

/**
 * Writes an answer, whole, in drops, cut off or without an end; resolves when nothing is left to
 * write.
 */
export async function write(
  response: ServerResponse,
  answer: Answer,
  fault: Distortion,
  clock: Clock,
  stopping: AbortSignal,
): Promise<void> {
  if (isGone(response)) return;
  const bytes = toBytes(answer.body, fault);
  const hasBody = answer.status !== 204 && answer.status !== 304;
  const isAskedFor = hasBody && response.req.method !== 'HEAD';
  response.writeHead(answer.status, {
    'apigw-requestid': randomBytes(12).toString('base64url'),
    ...(hasBody ? statedLength(bytes, fault) : {}),
    ...(answer.body === undefined || isRaw(answer.body)
      ? {}
      : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  });
  response.flushHeaders();
  const sent = fault.truncate === undefined ? bytes : bytes.subarray(0, fault.truncate);
  let written = 0;
  for (const piece of isAskedFor ? piecesOf(sent, fault) : []) {
    if (fault.dripMs !== undefined) await clock.sleep(fault.dripMs, stopping);
    if (isGone(response)) return;
    if (!response.write(piece)) await untilDrained(response);
    written += 1;
    // A client that takes all at once must not keep the others waiting.
    if (written % PIECES_AT_ONCE === 0) await nextTurn();
  }
  if (fault.truncate === undefined && fault.lengthBy === undefined) response.end();
  else response.socket?.destroySoon();
}

/** Asked anew after every pause: the client may leave meanwhile. */
function isGone(response: ServerResponse): boolean {
  return response.destroyed;
}

/** So that a long file is made no faster than its client takes it. */
function untilDrained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

function statedLength(bytes: Buffer | LongFile, { lengthBy = 0 }: Distortion): object {
  if (bytes.length === Infinity) return {};
  return { 'content-length': String(Math.max(0, bytes.length + lengthBy)) };
}

function isRaw(body: unknown): body is Buffer | LongFile {
  return Buffer.isBuffer(body) || body instanceof LongFile;
}

function toBytes(body: unknown, { endless }: Distortion): Buffer | LongFile {
  if (endless) return LongFile.of(Buffer.isBuffer(body) ? body : Buffer.alloc(0), 0, Infinity);
  if (body === undefined) return Buffer.alloc(0);
  return isRaw(body) ? body : Buffer.from(JSON.stringify(body));
}

function piecesOf(bytes: Buffer | LongFile, { dripMs }: Distortion): Iterable<Buffer> {
  if (bytes instanceof LongFile) return bytes.pieces();
  if (bytes.length === 0) return [];
  return dripMs === undefined ? [bytes] : cut(bytes);
}

function cut(bytes: Buffer): Buffer[] {
  const length = Math.max(1, Math.ceil(bytes.length / PIECES_MAX));
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

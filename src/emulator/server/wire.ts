import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from './handler.js';
import type { Clock } from './emulator-clock.js';
import { hasOwnAnswer, type Fault } from '../control/faults.js';

/** Into how many pieces a dripping body is cut, at most. */
const PIECES_MAX = 16;

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

/** Writes an answer, whole, in drops, or cut off; resolves when nothing is left to write. */
export async function write(
  response: ServerResponse,
  answer: Answer,
  fault: Pick<Fault, 'truncate' | 'dripMs'>,
  clock: Clock,
  stopping: AbortSignal,
): Promise<void> {
  if (isGone(response)) return;
  const bytes = toBytes(answer.body);
  const hasBody = answer.status !== 204 && answer.status !== 304;
  response.writeHead(answer.status, {
    'apigw-requestid': randomBytes(12).toString('base64url'),
    ...(hasBody ? { 'content-length': String(bytes.length) } : {}),
    ...(answer.body === undefined || Buffer.isBuffer(answer.body)
      ? {}
      : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  });
  response.flushHeaders();
  const sent = fault.truncate === undefined ? bytes : bytes.subarray(0, fault.truncate);
  for (const piece of fault.dripMs === undefined ? [sent] : cut(sent)) {
    if (fault.dripMs !== undefined) await clock.sleep(fault.dripMs, stopping);
    if (hasBody && !isGone(response) && piece.length > 0) response.write(piece);
  }
  if (fault.truncate === undefined) response.end();
  else response.socket?.destroySoon();
}

/** Asked anew after every pause: the client may leave meanwhile. */
function isGone(response: ServerResponse): boolean {
  return response.destroyed;
}

function toBytes(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

function cut(bytes: Buffer): Buffer[] {
  const length = Math.max(1, Math.ceil(bytes.length / PIECES_MAX));
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

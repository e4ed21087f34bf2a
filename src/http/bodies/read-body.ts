import type { ServerResponse } from 'node:http';
import type { Deadlines } from '../../concurrency/deadlines.js';
import { GatewayError } from '../../errors.js';
import { DOCUMENT_LIMITS } from '../../policy/document/document-limits.js';
import { ClientGone, whenOver } from '../connections/client-gone.js';
import { badRequest } from '../requests/bad-request.js';
import { sendContinue } from './continue.js';
import { checkJsonSize } from './json-size.js';
import type { OpenBody } from './open-bodies.js';
import { declaredBytes, endsUnread } from './unread-body.js';

/** Retry soon: bodies are short-lived. */
const RETRY_AFTER_MS = 1_000;

/** How a body is read. The deadline is of the whole body, however its bytes trickle in. */
interface BodyRules {
  readonly body: OpenBody;
  readonly bytesMax: number;
  readonly timeoutMs: number;
  readonly deadlines: Deadlines;
}

/**
 * The body as JSON. What it takes of the room for bodies is given back when the response is over,
 * however that comes about. Throws PAYLOAD_TOO_LARGE, OVERLOADED, REQUEST_TIMEOUT, BAD_USER_INPUT when
 * it has more values than any request may have, BAD_REQUEST when it is not JSON in UTF-8, and
 * ClientGone.
 */
export async function readJsonBody(response: ServerResponse, rules: BodyRules): Promise<unknown> {
  if (declaredBytes(response.req) > rules.bytesMax) throw new GatewayError('PAYLOAD_TOO_LARGE');
  whenOver(response, () => {
    rules.body.close();
  });
  sendContinue(response);
  return parseJson(await readBytes(response, rules));
}

async function readBytes(
  response: ServerResponse,
  { body, bytesMax, timeoutMs, deadlines }: BodyRules,
): Promise<Buffer> {
  const { req: request } = response;
  const chunks: Buffer[] = [];
  let bytes = 0;
  return await new Promise<Buffer>((resolve, reject) => {
    let isOver = false;
    const refuse = (error: Error): void => {
      isOver = true;
      endDeadline();
      request.off('data', take);
      // The chunks are garbage, and the answer may still take a while.
      body.close();
      reject(error);
    };
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > bytesMax) refuse(new GatewayError('PAYLOAD_TOO_LARGE'));
      else if (body.take(chunk.length)) chunks.push(chunk);
      else refuse(new GatewayError('OVERLOADED', { retryAfterMs: RETRY_AFTER_MS }));
    };
    const endDeadline = deadlines.begin(timeoutMs, () => {
      // It has had its time.
      endsUnread(request);
      refuse(new GatewayError('REQUEST_TIMEOUT'));
    });
    request.on('data', take);
    request.once('end', () => {
      if (isOver) return;
      isOver = true;
      endDeadline();
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    // Not when the request is: Node tells none that it has answered by itself.
    whenOver(response, () => {
      if (!isOver) refuse(new ClientGone());
    });
  });
}

/** It keeps nothing between two texts. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Buffer): unknown {
  checkJsonSize(bytes, DOCUMENT_LIMITS);
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    // The parser's own message quotes the body.
    throw badRequest('not JSON');
  }
}

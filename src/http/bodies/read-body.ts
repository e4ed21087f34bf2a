import type { ServerResponse } from 'node:http';
import { GatewayError } from '../../errors.js';
import { DOCUMENT_LIMITS } from '../../policy/document/document-limits.js';
import type { Clock } from '../../ports/clock.js';
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
  readonly clock: Clock;
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
  { body, bytesMax, timeoutMs, clock }: BodyRules,
): Promise<Buffer> {
  const { req: request } = response;
  const chunks: Buffer[] = [];
  let bytes = 0;
  const done = new AbortController();
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const { signal } = done;
      const on = (event: string, handle: (value: Buffer) => void): void => {
        request.on(event, handle);
        signal.addEventListener('abort', () => request.off(event, handle));
      };
      on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > bytesMax) reject(new GatewayError('PAYLOAD_TOO_LARGE'));
        else if (body.take(chunk.length)) chunks.push(chunk);
        else reject(new GatewayError('OVERLOADED', { retryAfterMs: RETRY_AFTER_MS }));
      });
      on('end', () => {
        resolve(Buffer.concat(chunks));
      });
      // Not when the request is: Node tells none that it has answered by itself.
      whenOver(response, () => {
        reject(new ClientGone());
      });
      const late = clock.sleep(timeoutMs, signal).then(() => {
        if (signal.aborted) return;
        // It has had its time.
        endsUnread(request);
        reject(new GatewayError('REQUEST_TIMEOUT'));
      });
      late.catch(reject);
    });
  } catch (error) {
    // The chunks are garbage, and the answer may still take a while.
    body.close();
    throw error;
  } finally {
    // Without a reason Node would make an error for it, at every request.
    done.abort(null);
  }
}

function parseJson(bytes: Buffer): unknown {
  checkJsonSize(bytes, DOCUMENT_LIMITS);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // The parser's own message quotes the body.
    throw badRequest('not JSON');
  }
}

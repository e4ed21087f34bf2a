import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../errors.js';

/** Retry soon: bodies are short-lived. */
const RETRY_AFTER_MS = 1_000;

/** Bytes of all bodies that are held at once, so that many large ones cannot exhaust the memory. */
export class BodyBudget {
  #heldBytes = 0;

  constructor(private readonly bytesMax: number) {}

  /** False when there is no room. */
  take(bytes: number): boolean {
    if (this.#heldBytes + bytes > this.bytesMax) return false;
    this.#heldBytes += bytes;
    return true;
  }

  give(bytes: number): void {
    this.#heldBytes -= bytes;
  }
}

/**
 * The body as JSON. What it takes of the budget is given back when the answer is done. Throws
 * PAYLOAD_TOO_LARGE, OVERLOADED, and BAD_REQUEST when it is not JSON in UTF-8.
 */
export async function readJsonBody(
  request: IncomingMessage,
  response: ServerResponse,
  { bytesMax, budget }: { readonly bytesMax: number; readonly budget: BodyBudget },
): Promise<unknown> {
  if (declaredBytes(request) > bytesMax) throw new GatewayError('PAYLOAD_TOO_LARGE');
  let bytes = 0;
  response.once('close', () => {
    budget.give(bytes);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const piece = chunk as Buffer;
    if (bytes + piece.length > bytesMax) throw new GatewayError('PAYLOAD_TOO_LARGE');
    if (!budget.take(piece.length)) {
      throw new GatewayError('OVERLOADED', { retryAfterMs: RETRY_AFTER_MS });
    }
    bytes += piece.length;
    chunks.push(piece);
  }
  return parseJson(Buffer.concat(chunks));
}

/** What Content-Length says; 0 without one. */
export function declaredBytes({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // The parser's own message quotes the body.
    throw new GatewayError('BAD_REQUEST', { detail: 'not JSON' });
  }
}

/**
 * Throws away what is left of a refused body, up to a limit: most clients read the answer only when
 * they have sent all, so an end at once would reach them as a broken connection.
 */
export function discardBody(request: IncomingMessage, bytesMax: number): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bytesMax) request.destroy();
  });
}

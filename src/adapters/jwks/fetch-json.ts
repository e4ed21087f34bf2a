import type { OutwardHttp } from '../../ports/outward/outward-http.js';

/** Bytes of a discovery document or a JWK set: real ones have a few thousand. */
const BYTES_MAX = 262_144;

/** 5 s for the whole answer. */
const TIMEOUT_MS = 5_000;

/**
 * A JSON document over HTTP: within 5 s and 256 kB, without following redirects. Undefined when the
 * server has no such document (404); throws when it cannot be had.
 */
export async function fetchJson(url: string, outward: OutwardHttp): Promise<unknown> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const { origin, pathname, search } = new URL(url);
  const { statusCode, body } = await outward.dispatcher.request({
    origin,
    path: pathname + search,
    method: 'GET',
    headers: { accept: 'application/json' },
    signal,
  });
  if (statusCode !== 200) {
    await body.dump();
    if (statusCode === 404) return undefined;
    throw new Error(`answered with the status ${String(statusCode)}`);
  }
  let bytes = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BYTES_MAX) throw new Error('answered with more than 256 kB');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}

import { hasData, toGatewayClientError } from '../client-errors.js';
import { IDEMPOTENCY_HEADER } from '../idempotency.js';
import { ATTEMPTS_MAX, pauseMs, type Timing } from '../timing.js';
import type { GraphQLResult } from './graphql-request.js';

/**
 * A fetch that sends again what failed and may be sent twice: a query, or a mutation under an idempotency
 * key. It repeats when no answer came, and when the gateway says that the request may succeed later.
 */
export function repeatingFetch(fetch: typeof globalThis.fetch, timing: Timing): typeof fetch {
  return async (input, init) => {
    if (!isRepeatable(init)) return await fetch(input, init);
    const signal = init?.signal ?? undefined;
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt >= ATTEMPTS_MAX;
      const outcome = await fetch(input, init).then(judged, (error: unknown) => ({ error }));
      if ('error' in outcome) {
        if (last || signal?.aborted === true) throw outcome.error;
      } else if (last || !outcome.mayRepeat) {
        return outcome.response;
      }
      const retryAfterMs = 'error' in outcome ? 0 : outcome.retryAfterMs;
      await timing.sleep(pauseMs(attempt, timing.random, retryAfterMs), signal);
      signal?.throwIfAborted();
    }
  };
}

/** Text that names a mutation anywhere counts as one. An id of a trusted document tells nothing. */
function isRepeatable(init: RequestInit | undefined): boolean {
  if (new Headers(init?.headers).has(IDEMPOTENCY_HEADER)) return true;
  if (typeof init?.body !== 'string') return false;
  const { query } = JSON.parse(init.body) as { readonly query?: unknown };
  return typeof query === 'string' && !/\bmutation\b/.test(query);
}

interface Judged {
  readonly response: Response;
  readonly mayRepeat: boolean;
  readonly retryAfterMs?: number | undefined;
}

/** Reads the answer, which the caller gets as it was. */
async function judged(response: Response): Promise<Judged> {
  const text = await response.text();
  const { status, statusText, headers } = response;
  const same = new Response(text, { status, statusText, headers });
  const result = resultOf(text);
  // A proxy's own answer.
  if (result === undefined) return { response: same, mayRepeat: mayPass(status) };
  const [first] = result.errors ?? [];
  if (first === undefined || hasData(result.data)) return { response: same, mayRepeat: false };
  const { retryable, retryAfterMs } = toGatewayClientError(first);
  return { response: same, mayRepeat: retryable, retryAfterMs };
}

function resultOf(text: string): GraphQLResult | undefined {
  try {
    const result: unknown = JSON.parse(text);
    return typeof result === 'object' && result !== null ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Whether another try may get another answer, by a status that no gateway has explained. */
export function mayPass(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

import type { Timing } from '../../../client/src/timing.js';
import type { FakeClock } from '../time/fake-clock.js';

/** The time of a client in a test: it passes with the gateway's. */
export function timingOf(clock: FakeClock): Timing {
  return {
    now: () => clock.now().getTime(),
    random: () => 0,
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}

/** One request as the network saw it. */
export interface SeenRequest {
  readonly headers: Headers;
  readonly body: string;
}

/** A fetch of a test: what `strike` returns or throws replaces an answer. */
export function observedFetch(
  strike: (seen: SeenRequest, count: number, answer: Response) => Response | undefined,
): { readonly fetch: typeof fetch; readonly seen: SeenRequest[] } {
  const seen: SeenRequest[] = [];
  return {
    seen,
    fetch: async (input, init) => {
      const request = { headers: new Headers(init?.headers), body: init?.body as string };
      seen.push(request);
      const answer = await fetch(input, init);
      return strike(request, seen.length, answer) ?? answer;
    },
  };
}

/** The answer of a stream, cut after so many events as a proxy does: without a goodbye. */
export function cutAfter(events: number, { body, headers }: Response): Response {
  let left = events;
  const decoder = new TextDecoder();
  const cutting = new TransformStream<Uint8Array, Uint8Array>({
    transform: (bytes, controller) => {
      controller.enqueue(bytes);
      left -= decoder.decode(bytes).split('event: next').length - 1;
      if (left <= 0) controller.terminate();
    },
  });
  return new Response(body?.pipeThrough(cutting) ?? null, { headers });
}

/** The cursors after which streams were asked to go on; null where one began anew. */
export function cursorsOf(seen: readonly SeenRequest[]): (string | null)[] {
  return seen
    .filter(({ headers }) => headers.get('accept') === 'text/event-stream')
    .map(({ body }) => {
      const { variables } = JSON.parse(body) as { readonly variables: { readonly after?: string } };
      return variables.after ?? null;
    });
}

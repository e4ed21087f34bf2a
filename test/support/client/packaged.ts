import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { SILENCE_MS_MAX } from '../../../client/src/subscriptions/event-stream.js';
import type { Timing } from '../../../client/src/timing.js';
import type { FakeClock } from '../time/fake-clock.js';

/** Real time given to sockets between two looks. */
const BREATH_MS = 2;

/** One request as the network saw it. */
export interface SeenRequest {
  readonly headers: Headers;
  readonly body: string;
}

/** What it returns or throws replaces the answer to a request, the first of which is 1. */
type Strike = (seen: SeenRequest, count: number, answer: Response) => Response | undefined;

/**
 * The network between a client of the package and the gateway. Time stands still while a request waits for
 * its answer, or a socket for its acknowledgement: a slow machine must not look like a slow gateway.
 */
export class ObservedNetwork {
  readonly seen: SeenRequest[] = [];
  readonly #clock: FakeClock;
  readonly #strike: Strike;
  readonly #hearsSilence: boolean;
  #waiting = 0;

  constructor(
    clock: FakeClock,
    strike: Strike = () => undefined,
    { hearsSilence = false }: { readonly hearsSilence?: boolean } = {},
  ) {
    this.#clock = clock;
    this.#strike = strike;
    this.#hearsSilence = hearsSilence;
  }

  /** What a client is given of it. */
  get options(): {
    readonly fetch: typeof fetch;
    readonly webSocketImpl: unknown;
    readonly timing: Timing;
  } {
    const clock = this.#clock;
    const timing = timingOf(clock);
    return {
      fetch: this.#fetch,
      webSocketImpl: this.#webSocket(),
      timing: this.#hearsSilence
        ? { ...timing, sleep: (ms, signal) => clock.sleep(ms, signal) }
        : timing,
    };
  }

  /** Moves time on until the work has ended. */
  async whileTimePasses<Result>(work: Promise<Result>): Promise<Result> {
    const ended = new AbortController();
    const done = work.finally(() => {
      ended.abort();
    });
    done.catch(() => undefined);
    while (!ended.signal.aborted) {
      if (this.#waiting > 0) await wait(BREATH_MS);
      else await this.#clock.advance(1_000);
    }
    return await done;
  }

  /** Time stands still for this work, too. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting += 1;
    try {
      return await work();
    } finally {
      this.#waiting -= 1;
    }
  }

  readonly #fetch: typeof fetch = async (input, init) =>
    await this.during(async () => {
      const request = { headers: new Headers(init?.headers), body: init?.body as string };
      this.seen.push(request);
      const count = this.seen.length;
      const answer = await fetch(input, init);
      return this.#strike(request, count, answer) ?? answer;
    });

  #webSocket(): unknown {
    const opened = (): (() => void) => {
      this.#waiting += 1;
      let isWaiting = true;
      return () => {
        if (isWaiting) this.#waiting -= 1;
        isWaiting = false;
      };
    };
    return class extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol);
        const answered = opened();
        this.once('message', answered).once('close', answered);
      }
    };
  }
}

/**
 * The time of a client in a test: it passes with the gateway's. A stream is silent while the machine is slow, so
 * by this time none ever is.
 */
export function timingOf(clock: FakeClock): Timing {
  return {
    now: () => clock.now().getTime(),
    random: () => 0,
    sleep: async (ms, signal) => {
      await (ms === SILENCE_MS_MAX ? ended(signal) : clock.sleep(ms, signal));
    },
  };
}

async function ended(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal?.aborted === true) resolve();
    signal?.addEventListener('abort', () => {
      resolve();
    });
  });
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

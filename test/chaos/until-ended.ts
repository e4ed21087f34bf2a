import type { WayIn } from './way-in.js';

const PROBE_MS = 250;

/** Resolves when nothing is queued (or live) any more, or the time for it is over. */
export async function untilEnded(options: {
  readonly way: Pick<WayIn, 'urls' | 'fetch'>;
  readonly apiKey: string;
  /** Whether live tasks are waited for too. */
  readonly untilSettled: boolean;
  readonly withinMs: number;
  readonly over: AbortSignal;
}): Promise<void> {
  const { way, apiKey, untilSettled, withinMs, over } = options;
  const statuses = untilSettled ? 'QUEUED PENDING THROTTLED RUNNING' : 'QUEUED';
  const query = `{ tasks(first: 1, filter: { statuses: [${statuses}] }) { nodes { id } } }`;
  const endMs = Date.now() + withinMs;
  while (!over.aborted && Date.now() < endMs) {
    const response = await way
      .fetch(`${way.urls[0] ?? ''}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
        body: JSON.stringify({ query }),
      })
      .catch(() => undefined);
    const answer = (await response?.json()) as Answer | undefined;
    if (answer?.data?.tasks.nodes.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
  }
}

interface Answer {
  readonly data?: { readonly tasks: { readonly nodes: readonly unknown[] } };
}

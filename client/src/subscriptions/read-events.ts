/** One server-sent event; comments are told too, as a sign of life. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/**
 * The events of a `text/event-stream` body, by the rules of the HTML standard that the gateway uses:
 * an event is a block of lines, ended by an empty one. They end with the signal, whatever the fetch that
 * gave the body does then.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const end = (): void => {
    // Ends the connection; what is said of it then is no concern of the reader.
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', end);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop() ?? '';
      for (const block of blocks) yield toEvent(block);
    }
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

function toEvent(block: string): ServerEvent {
  const lines = block.split(/\r?\n/);
  const valueOf = (field: string): string =>
    lines
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).replace(/^ /, ''))
      .join('\n');
  return { name: valueOf('event'), data: valueOf('data') };
}

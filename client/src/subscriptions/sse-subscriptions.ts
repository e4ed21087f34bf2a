import { eventStream, type EventStreamOptions } from './event-stream.js';
import type { Subscriptions } from './subscriptions.js';

/** Subscriptions over server-sent events: one connection each, on fetch alone. */
export function sseSubscriptions(options: EventStreamOptions): Subscriptions {
  return {
    subscribe: (request, sink) => {
      const ending = new AbortController();
      const run = async (): Promise<void> => {
        try {
          for await (const result of eventStream(options, request, ending.signal)) {
            if (ending.signal.aborted) return;
            sink.next(result);
          }
          if (!ending.signal.aborted) sink.complete();
        } catch (error) {
          if (!ending.signal.aborted) sink.error(error as Error);
        }
      };
      void run();
      return () => {
        ending.abort();
      };
    },
  };
}

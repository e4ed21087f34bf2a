/** What stream-measures and the process of its clients say to each other. */

export type StreamTransport = 'WebSocket' | 'server-sent events';

/** Subscriptions to be opened, each on a connection of its own. */
export interface Opening {
  readonly transport: StreamTransport;
  readonly count: number;
  readonly url: string;
  readonly key: string;
  /** One address may have 1,000 streams. */
  readonly forwardedFor: string;
  readonly query: string;
}

/** How many clients have got an event, and when the last one did. */
export interface Arrival {
  readonly count: number;
  /** Since 1970, with fractions. */
  readonly lastAtMs: number;
}

export interface ClientsRequest {
  readonly open?: Opening;
}

/** What has come since the answer before, by the event's mark. */
export interface ClientsAnswer {
  readonly arrivals: readonly (readonly [mark: string, Arrival])[];
}

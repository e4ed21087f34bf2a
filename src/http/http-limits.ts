/** What callers may send and hold open. Bytes, milliseconds, counts; per process. */
export interface HttpLimits {
  /** A body whose sender has shown no credential. */
  readonly anonymousBodyBytesMax: number;
  readonly bodyBytesMax: number;
  /** A body whose sender may generate: inputs may hold data URIs. */
  readonly mediaBodyBytesMax: number;
  /** All bodies that are being read or answered; see OpenBodies for the shares of one caller. */
  readonly openBodiesBytesMax: number;
  /** Requests that are answered at the same time; see OpenRequests for the shares of one caller. */
  readonly openRequestsMax: number;
  /** One WebSocket message. */
  readonly messageBytesMax: number;
  /** WebSocket messages of one socket: so many at once, and so many a second after that. */
  readonly messagesBurst: number;
  readonly messagesPerSecond: number;
  /** Unsent bytes of one socket. */
  readonly unsentBytesMax: number;
  readonly subscriptionsPerSocketMax: number;
  /** Documents of all subscriptions; see StreamDocuments for the shares of one caller. */
  readonly streamDocumentsBytesMax: number;
  /** Sockets and event streams of one credential, and of one tenant. */
  readonly streamsPerViewerMax: number;
  readonly streamsPerTenantMax: number;
  /** Sockets and event streams of one client address, authenticated or not. */
  readonly streamsPerAddressMax: number;
  /** WebSockets, authenticated or not. */
  readonly socketsMax: number;
  readonly connectionInitTimeoutMs: number;
  /** Between two pings; a socket that has not answered by the next one is dead. */
  readonly pingIntervalMs: number;
  /** How long a reader of server-sent events may stand still while something waits for it. */
  readonly slowReaderMs: number;
  /** Between two looks at the credentials of open streams: a stream outlives its credential no longer. */
  readonly credentialCheckMs: number;
  /** How long a stream lives on while its credential cannot be looked up. */
  readonly unverifiedMaxMs: number;
  readonly headersTimeoutMs: number;
  /** One body from its first byte to its last. */
  readonly bodyTimeoutMs: number;
  /**
   * From the whole request of a mutation to its answer: longer than any call to Runway that an answer
   * waits for. What was accepted goes on after it.
   */
  readonly answerTimeoutMs: number;
  /**
   * The same of a query, after which its reads at Runway are cut off; of a subscription until it is
   * open, and of each of its events until that is rendered.
   */
  readonly queryTimeoutMs: number;
  /** On a stop, how long idle clients may still ask, and hear with the answer that it is the last. */
  readonly idleGraceMs: number;
  /** A node that has been asked nothing for so long has no client that waits for a stop. */
  readonly quietMs: number;
}

/**
 * 5 s, which answers tell in `Keep-Alive`: so long an idle connection is kept. Clients that read it
 * end theirs a little earlier, so that none sends a request into a connection that is being ended.
 */
export const KEEP_ALIVE_MS = 5_000;

const KB = 1_024;
const MB = 1_024 * KB;

export const HTTP_LIMITS: HttpLimits = {
  anonymousBodyBytesMax: 16 * KB,
  bodyBytesMax: 256 * KB,
  mediaBodyBytesMax: 24 * MB,
  openBodiesBytesMax: 256 * MB,
  openRequestsMax: 256,
  messageBytesMax: 64 * KB,
  messagesBurst: 300,
  messagesPerSecond: 50,
  unsentBytesMax: 4 * MB,
  subscriptionsPerSocketMax: 100,
  streamDocumentsBytesMax: 128 * MB,
  streamsPerViewerMax: 500,
  streamsPerTenantMax: 1_000,
  streamsPerAddressMax: 1_000,
  socketsMax: 5_000,
  connectionInitTimeoutMs: 5_000,
  pingIntervalMs: 15_000,
  slowReaderMs: 30_000,
  credentialCheckMs: 2_000,
  unverifiedMaxMs: 30_000,
  headersTimeoutMs: 10_000,
  bodyTimeoutMs: 60_000,
  answerTimeoutMs: 120_000,
  queryTimeoutMs: 60_000,
  idleGraceMs: KEEP_ALIVE_MS,
  quietMs: 1_000,
};

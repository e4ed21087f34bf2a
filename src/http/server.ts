import { Server as NetServer, type AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import { toGatewayError } from '../api/errors/format-error.js';
import type { Authenticator } from '../auth/authenticate.js';
import { GatewayError } from '../errors.js';
import { documentCheck } from '../policy/check-document.js';
import type { DocumentLimits } from '../policy/document/document-limits.js';
import type { TrustedDocuments } from '../policy/document/trusted-document-list.js';
import type { AuditTrail } from '../ports/audit/audit-trail.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { AddressPlaces } from './connections/address-places.js';
import { Admission, isLoopback } from './requests/request-admission.js';
import { answerErrors } from './answers/answer.js';
import { startApollo } from './requests/apollo.js';
import { AuditedRefusals } from './requests/audited-refusals.js';
import { ClientSchemes } from './connections/client-scheme.js';
import { CheckedDocuments } from './requests/checked-documents.js';
import { ClientAddresses } from './connections/client-address.js';
import { Connections } from './connections/open-connections.js';
import { continueWhenRead } from './bodies/continue.js';
import { crossOrigin, preflight } from './browsers/cors.js';
import { EarlyRefusals } from './requests/early-refusals.js';
import { EventStreams } from './streams/event-stream.js';
import { Fanout } from './streams/fanout.js';
import { graphqlRoute } from './requests/graphql-route.js';
import { healthz, readyz, type Readiness } from './routes/health.js';
import { HTTP_LIMITS, type HttpLimits } from './http-limits.js';
import { makeListener, replaceTls } from './connections/listener.js';
import { OpenStreams } from './streams/open-streams.js';
import { Origins } from './browsers/origins.js';
import { refuseCredentialInUrl } from './requests/request-headers.js';
import { RequestLog, type TellRefusal } from './requests/request-log.js';
import { schemaRoute } from './routes/schema-route.js';
import { metadataUrlOf, wellKnown, type TokenMetadata } from './routes/well-known.js';
import { securityHeaders } from './answers/security-headers.js';
import type { TlsMaterial } from './connections/tls-server.js';
import { announceUnread } from './bodies/unread-body.js';
import { StreamDocuments } from './streams/stream-documents.js';
import { RateLimits, type RateLimitOptions } from './throttling/rate-limits.js';
import { WebSockets } from './web-sockets/web-sockets.js';

export interface HttpServerOptions {
  /** With permissions: see policy/permissions. */
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  readonly log: Logger;
  /** Asked by GET /readyz. */
  readonly isReady: Readiness;
  /** Apollo Sandbox at GET /graphql, and introspection for every viewer. */
  readonly sandbox: boolean;
  /** Default: none. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Undefined: the server speaks plain http. */
  readonly tls?: TlsMaterial | undefined;
  /** Refuses plain http, but on a listener of this machine alone. Health is always told. */
  readonly requireHttps?: boolean;
  /** Origins of the web pages that may call; undefined: those of this machine. */
  readonly origins?: readonly string[] | undefined;
  readonly limits?: Partial<HttpLimits>;
  /** Without it nothing is published about tokens. */
  readonly tokenMetadata?: TokenMetadata;
  readonly documentLimits?: Partial<DocumentLimits>;
  /** Percentage of the good requests that get a log line above `debug`. */
  readonly loggedPercent?: number;
  /** Subnets of proxies whose `X-Forwarded-…` headers are believed. Default: none. */
  readonly trustedProxies?: readonly string[];
  readonly rateLimits: RateLimitOptions;
  /** Told of what is refused. */
  readonly auditTrail?: AuditTrail;
}

export interface HttpServer {
  /** Resolves with the base URL, e.g. `http://127.0.0.1:4000`; port 0 takes any free one. */
  listen(port: number, host: string): Promise<string>;
  /**
   * Stops accepting, closes streams, and lets open requests end; what is left after `graceMs` is
   * cut. Idempotent.
   */
  stop(graceMs?: number): Promise<void>;
  /**
   * For connections from now on; those that are open go on. Throws, and changes nothing, when the
   * material does not serve, or the server speaks plain http.
   */
  replaceTls(material: TlsMaterial): void;
}

/** 25 s: with what follows it, a stop must end within 30 s. */
const STOP_GRACE_MS = 25_000;

/** The origin and absolute forms of RFC 9112, 3.2. */
const HAS_PATH = /^(?:\/|https?:\/\/[^/])/i;

const GRAPHQL_PATH = '/graphql';
const SCHEMA_PATH = '/graphql/schema.graphql';

/** The street door: everything that comes over the network passes here. Does not listen yet. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { schema, authenticator, clock, log, sandbox } = options;
  const limits: HttpLimits = { ...HTTP_LIMITS, ...options.limits };
  const check = documentCheck({
    schema,
    introspection: sandbox,
    ...(options.trustedDocuments !== undefined && { trusted: options.trustedDocuments }),
    ...(options.documentLimits === undefined ? {} : { limits: options.documentLimits }),
  });
  const documents = new CheckedDocuments();
  const apollo = await startApollo({ schema, sandbox, log, documents });
  const streams = new OpenStreams({ authenticator, clock, log, limits });
  const trustedProxies = options.trustedProxies ?? [];
  const origins = new Origins(options.origins);
  const shared = {
    schema,
    fanout: new Fanout(schema),
    streamDocuments: new StreamDocuments(limits.streamDocumentsBytesMax),
    streams,
    places: new AddressPlaces(limits.streamsPerAddressMax),
    addresses: new ClientAddresses(trustedProxies),
    clock,
    limits,
  };
  const eventStreams = new EventStreams(shared);
  const { tokenMetadata } = options;
  const { auditTrail } = options;
  const refused = auditTrail && new AuditedRefusals({ trail: auditTrail, clock });
  const tellRefusal: TellRefusal = (error, exchange, request) => {
    refused?.tell(error, exchange, shared.addresses.exact(request));
  };
  const requestLog = new RequestLog({
    clock,
    log,
    loggedPercent: options.loggedPercent ?? 100,
    tellRefusal,
    ...(tokenMetadata && { metadataUrl: () => metadataUrlOf(tokenMetadata, GRAPHQL_PATH) }),
  });

  let stopping: Promise<void> | undefined;
  let isListenerLoopback = false;
  const app = express();
  const server = makeListener(
    { tls: options.tls, limits, path: GRAPHQL_PATH, clock },
    (request, response) => {
      // express passes over what has no path, as the authority that a CONNECT names.
      if (!HAS_PATH.test(request.url ?? '')) request.url = '/';
      app(request, response);
    },
  );
  const admission = new Admission({
    schemes: new ClientSchemes(trustedProxies),
    requireHttps: options.requireHttps ?? false,
    requireClientCertificate: options.tls?.clientCa !== undefined,
    isListenerLoopback: () => isListenerLoopback,
  });
  const connections = new Connections(server);
  const refusals = new EarlyRefusals(server, connections);
  continueWhenRead(server);
  const rates = new RateLimits({
    ...options.rateLimits,
    clock,
    log,
    addresses: shared.addresses,
  });
  const webSockets = new WebSockets({
    ...shared,
    check,
    rates,
    authenticator,
    log,
    requestLog,
    refuse: refusals.endUpgrade.bind(refusals),
  });
  app.set('trust proxy', trustedProxies);
  prepare(app, { requestLog, refusals, admission, cors: crossOrigin(origins) });
  app.use(refuseWhen(() => stopping !== undefined, requestLog));
  app.use(['/healthz', '/readyz'], (_request, response, next) => {
    announceUnread(response);
    next();
  });
  app.get('/healthz', healthz);
  app.get('/readyz', readyz(options.isReady, clock, log));
  app.all(
    GRAPHQL_PATH,
    graphqlRoute({
      apollo,
      check,
      documents,
      eventStreams,
      authenticator,
      addresses: shared.addresses,
      clock,
      requestLog,
      limits,
      rates,
      sandbox,
    }),
  );
  if (tokenMetadata !== undefined) {
    app.use(wellKnown(tokenMetadata, GRAPHQL_PATH, (response) => requestLog.exchangeOf(response)));
  }
  const { addresses } = shared;
  app.all(
    SCHEMA_PATH,
    schemaRoute({ schema, authenticator, addresses, rates, requestLog, isOpen: sandbox }),
  );
  app.use(notFound(requestLog), errorHandler(requestLog));
  server.on('upgrade', (request, connection, head) => {
    // Node has given the connection away with all its listeners.
    const onError = (): void => undefined;
    connection.on('error', onError);
    const accept = async (): Promise<void> => {
      try {
        admission.admit(request);
        refuseCredentialInUrl(request.url ?? '/');
        if (!origins.permitWebSocket(request)) throw new GatewayError('ORIGIN_NOT_ALLOWED');
        await rates.countUpgrade(request);
      } catch (error) {
        refused?.tell(error, {}, shared.addresses.exact(request));
        refusals.endUpgrade(request, connection, { error: toGatewayError(error) });
        return;
      }
      connection.off('error', onError);
      webSockets.accept(request, connection, head);
    };
    void accept();
  });

  const stop = async (graceMs: number): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      // Not HTTP's own: that one also ends idle connections, without a word to their clients.
      NetServer.prototype.close.call(server, () => {
        resolve();
      });
    });
    connections.announceEnd();
    const done = new AbortController();
    const deadline = clock.sleep(graceMs, done.signal);
    await Promise.all([streams.stop(), eventStreams.stop(), webSockets.stop()]);
    if (limits.idleGraceMs > 0) {
      await Promise.race([closed, clock.sleep(limits.idleGraceMs, done.signal), deadline]);
    }
    connections.endWhenIdle();
    // It listens no more; this ends the timer by which Node checks connections.
    server.close();
    await Promise.race([closed, deadline]);
    done.abort();
    webSockets.cut();
    server.closeAllConnections();
    await closed;
    await apollo.stop();
  };
  return {
    listen: async (port, host) => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const { address, port: bound } = server.address() as AddressInfo;
      isListenerLoopback = isLoopback(address);
      streams.start();
      eventStreams.start();
      webSockets.start();
      const scheme = options.tls === undefined ? 'http' : 'https';
      return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${String(bound)}`;
    },
    replaceTls: (material) => {
      replaceTls(server, material, clock.now());
    },
    stop: async (graceMs = STOP_GRACE_MS) => {
      stopping ??= stop(graceMs);
      await stopping;
    },
  };
}

interface Doors {
  readonly requestLog: RequestLog;
  readonly refusals: EarlyRefusals;
  readonly admission: Admission;
  readonly cors: RequestHandler;
}

function prepare(app: Express, { requestLog, refusals, admission, cors }: Doors): void {
  app.disable('x-powered-by');
  app.disable('etag');
  // A path is one path: /graphql/ and /GraphQL are not it.
  app.enable('strict routing');
  app.enable('case sensitive routing');
  // Before all that may refuse, so that a page can read why.
  app.use(requestLog.begin, securityHeaders(), cors);
  app.use((request, response, next) => {
    const exchange = requestLog.exchangeOf(response);
    const refusal = refusals.find(request);
    if (refusal !== undefined) {
      for (const [name, value] of Object.entries(refusal.headers ?? {})) {
        response.setHeader(name, value);
      }
      answerErrors(response, [refusal.error], exchange);
    } else if (UNSERVED_METHODS.has(request.method)) {
      // What follows a CONNECT is no HTTP.
      response.setHeader('Connection', 'close');
      const error = new GatewayError('METHOD_NOT_ALLOWED');
      answerErrors(response, [error], exchange, { allow: ['GET', 'POST', 'OPTIONS'] });
    } else {
      admission.admit(request);
      next();
    }
  }, preflight);
}

/** Refused on every path. */
const UNSERVED_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE']);

/** While stopping: open connections get an answer and an end. Health is still told. */
function refuseWhen(isStopping: () => boolean, requestLog: RequestLog): RequestHandler {
  return (request, response, next) => {
    if (!isStopping() || request.path === '/healthz') {
      next();
      return;
    }
    response.setHeader('Connection', 'close');
    const error = new GatewayError('SHUTTING_DOWN');
    answerErrors(response, [error], requestLog.exchangeOf(response));
  };
}

function notFound(requestLog: RequestLog): RequestHandler {
  return (_request, response) => {
    answerErrors(response, [new GatewayError('NOT_FOUND')], requestLog.exchangeOf(response));
  };
}

/** express's own errors (a URL that cannot be decoded) and any that were forgotten. */
function errorHandler(requestLog: RequestLog): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = typeof error === 'object' && error !== null && 'status' in error && error.status;
    const isClients = typeof status === 'number' && status >= 400 && status < 500;
    const known = isClients ? new GatewayError('BAD_REQUEST', { cause: error }) : error;
    answerErrors(response, [known], requestLog.exchangeOf(response));
  };
}

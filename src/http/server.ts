import type { RequestListener } from 'node:http';
import type { Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Authenticator } from '../auth/authenticate.js';
import { Deadlines } from '../concurrency/deadlines.js';
import { documentCheck } from '../policy/check-document.js';
import type { DocumentLimits } from '../policy/document/document-limits.js';
import type { TrustedDocuments } from '../policy/document/trusted-document-list.js';
import type { AuditTrail } from '../ports/audit/audit-trail.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { noMetrics, type Metrics } from '../ports/telemetry/metrics.js';
import type { Tracer } from '../ports/telemetry/tracer.js';
import { AddressPlaces } from './connections/address-places.js';
import { Admission } from './requests/request-admission.js';
import { startApollo } from './requests/apollo.js';
import { AuditedRefusals } from './requests/audited-refusals.js';
import { ClientSchemes } from './connections/client-scheme.js';
import { CheckedDocuments } from './requests/checked-documents.js';
import { ClientAddresses } from './connections/client-address.js';
import { Connections } from './connections/open-connections.js';
import { continueWhenRead } from './bodies/continue.js';
import { EarlyRefusals } from './requests/early-refusals.js';
import { PreparedOperations } from './execution/prepared-operations.js';
import { explorerRoutes } from './explorers/explorer-routes.js';
import { EventStreams } from './streams/event-stream.js';
import { Fanout } from './streams/fanout.js';
import { graphqlRoute } from './requests/graphql-route.js';
import type { Readiness } from './routes/health.js';
import { outputRoute, type OutputsOptions } from './outputs/output-route.js';
import { HTTP_LIMITS, type HttpLimits } from './http-limits.js';
import { makeApp } from './connections/express-app.js';
import { makeListener } from './connections/listener.js';
import { upgradesTo } from './connections/upgrades.js';
import { Listening } from './connections/listening.js';
import { OpenRequests } from './requests/open-requests.js';
import { OpenStreams } from './streams/open-streams.js';
import { Origins } from './browsers/origins.js';
import { RequestLog } from './requests/request-log.js';
import { RequestTraces } from './traces/request-traces.js';
import { GRAPHQL_PATH, routeRequests } from './routes/route-requests.js';
import { schemaRoute } from './routes/schema-route.js';
import { metadataUrlOf, type TokenMetadata } from './routes/well-known.js';
import type { TlsMaterial } from './connections/tls-server.js';
import { studioRoutes, type StudioOptions } from './studio/studio-routes.js';
import { StreamDocuments } from './streams/stream-documents.js';
import { RateLimits, type RateLimitOptions } from './throttling/rate-limits.js';
import { acceptUpgrades } from './web-sockets/upgrade-door.js';
import { ServerLife, type HttpServer } from './server-life.js';
import { WebSockets } from './web-sockets/web-sockets.js';

export interface HttpServerOptions {
  /** With permissions: see policy/permissions. */
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  readonly log: Logger;
  /** Asked by GET /readyz. */
  readonly isReady: Readiness;
  /** Apollo Sandbox or an explorer of our own at GET /graphql, and introspection for every viewer. */
  readonly sandbox: boolean;
  /** Undefined: there is no studio. */
  readonly studio?: StudioOptions | undefined;
  /** Undefined: no media are served. */
  readonly outputs?: OutputsOptions | undefined;
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
  /** Default: no request leaves a span. */
  readonly tracer?: Tracer;
  /** Told of what is refused. */
  readonly auditTrail?: AuditTrail;
  readonly metrics?: Metrics;
}

/** The origin and absolute forms of RFC 9112, 3.2. */
const HAS_PATH = /^(?:\/|https?:\/\/[^/])/i;

/** The street door: everything that comes over the network passes here. Does not listen yet. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { schema, authenticator, clock, log, sandbox, studio, tls, outputs } = options;
  const { tokenMetadata, isReady, trustedProxies = [], metrics = noMetrics } = options;
  const limits: HttpLimits = { ...HTTP_LIMITS, ...options.limits };
  const addresses = new ClientAddresses(trustedProxies);
  const hasPages = sandbox || studio !== undefined;
  const origins = new Origins(options.origins, hasPages ? tokenMetadata?.publicUrl : undefined);
  const documents = new CheckedDocuments();
  const deadlines = new Deadlines(clock);
  const operations = new PreparedOperations(schema);
  const check = checkOf(options);
  const apollo = await startApollo({ schema, sandbox, log, documents, operations });
  const { refused, requestLog } = refusalsTold(options, addresses);
  const followed = followedBy(options, operations, limits, addresses);
  const { streams } = followed;
  const eventStreams = new EventStreams(followed);
  const requests = new OpenRequests(limits.openRequestsMax);
  const rates = new RateLimits({ ...options.rateLimits, clock, log, addresses, metrics });

  const { IncomingMessage, shouldUpgradeCallback } = upgradesTo(GRAPHQL_PATH);
  const { app, messages } = makeApp(IncomingMessage);
  const server = makeListener(
    { tls, limits, clock, messages: { ...messages, shouldUpgradeCallback } },
    servedBy(app),
  );
  const listening = new Listening(server, (error) => {
    log.error({ error }, 'a connection could not be accepted');
  });
  const admission = admissionOf(options, listening);
  const connections = new Connections(server, clock);
  const refusals = new EarlyRefusals(server, connections);
  continueWhenRead(server);
  const asked = { authenticator, addresses, rates, requestLog, check };
  const webSockets = new WebSockets({
    ...followed,
    ...asked,
    refuse: refusals.endUpgrade.bind(refusals),
  });
  const { idleGraceMs, quietMs } = limits;
  const life = new ServerLife({
    requests,
    streams,
    eventStreams,
    webSockets,
    server,
    listening,
    connections,
    apollo,
    deadlines,
    clock,
    idleGraceMs,
    quietMs,
  });
  routeRequests(app, {
    requestLog,
    refusals,
    admission,
    origins,
    trustedProxies,
    isStopping: () => life.isStopping,
    isReady,
    tokenMetadata,
    clock,
    log,
    graphql: graphqlRoute({
      ...asked,
      requests,
      apollo,
      documents,
      eventStreams,
      clock,
      deadlines,
      limits,
      sandbox,
    }),
    schemaPage: schemaRoute({ ...asked, schema, isOpen: sandbox }),
    ...(studio !== undefined && { studio: studioRoutes(studio) }),
    ...(outputs !== undefined && {
      outputs: {
        options: outputs,
        route: outputRoute({
          ...{ ...outputs, rates, requestLog, clock },
          slowReaderMs: limits.slowReaderMs,
        }),
      },
    }),
    ...(sandbox && { explorers: explorerRoutes(GRAPHQL_PATH) }),
  });
  acceptUpgrades(server, {
    ...{ admission, origins, rates, refusals, refused, addresses, webSockets, log },
  });

  return life;
}

function servedBy(app: Express): RequestListener {
  return (request, response) => {
    // express passes over what has no path, as the authority that a CONNECT names.
    if (!HAS_PATH.test(request.url ?? '')) request.url = '/';
    app(request, response);
  };
}

function admissionOf(
  { trustedProxies = [], requireHttps = false, tls }: HttpServerOptions,
  listening: Listening,
): Admission {
  return new Admission({
    schemes: new ClientSchemes(trustedProxies),
    requireHttps,
    requireClientCertificate: tls?.clientCa !== undefined,
    isListenerLoopback: () => listening.isLoopback,
  });
}

function checkOf({ schema, sandbox, trustedDocuments, documentLimits }: HttpServerOptions) {
  return documentCheck({
    schema,
    introspection: sandbox,
    ...(trustedDocuments !== undefined && { trusted: trustedDocuments }),
    ...(documentLimits !== undefined && { limits: documentLimits }),
  });
}

/** What WebSockets and event streams have in common. */
function followedBy(
  { schema, authenticator, clock, log }: HttpServerOptions,
  operations: PreparedOperations,
  limits: HttpLimits,
  addresses: ClientAddresses,
) {
  return {
    schema,
    fanout: new Fanout({ operations, clock, limits }),
    streamDocuments: new StreamDocuments(limits.streamDocumentsBytesMax),
    streams: new OpenStreams({ authenticator, clock, log, limits }),
    places: new AddressPlaces(limits.streamsPerAddressMax),
    addresses,
    clock,
    log,
    limits,
  };
}

/** Who is told of what is refused: the log of requests, and the audit log where there is one. */
function refusalsTold(
  options: HttpServerOptions,
  addresses: ClientAddresses,
): { readonly refused: AuditedRefusals | undefined; readonly requestLog: RequestLog } {
  const { clock, log, metrics, auditTrail, tokenMetadata, loggedPercent = 100, tracer } = options;
  const refused = auditTrail && new AuditedRefusals({ trail: auditTrail, clock });
  const requestLog = new RequestLog({
    clock,
    log,
    metrics,
    loggedPercent,
    ...(tracer?.isOn === true && { traces: new RequestTraces({ tracer, clock }) }),
    tellRefusal: (error, exchange, request) => {
      refused?.tell(error, exchange, addresses.exact(request));
    },
    ...(tokenMetadata && { metadataUrl: () => metadataUrlOf(tokenMetadata, GRAPHQL_PATH) }),
  });
  return { refused, requestLog };
}

import { toGatewayError } from '../api/errors/format-error.js';
import { Authenticator } from '../auth/authenticate.js';
import { TokenVerifier } from '../auth/token-verifier.js';
import { HTTP_LIMITS } from '../http/http-limits.js';
import { createHttpServer } from '../http/server.js';
import { traceSchema } from '../http/traces/traced-schema.js';
import type { RateLimitOptions } from '../http/throttling/rate-limits.js';
import { auditSchema } from '../policy/audit/audited-schema.js';
import { guardSchema } from '../policy/permissions.js';
import type { KeyUsage } from '../services/keys/key-usage.js';
import type { Base } from './base.js';
import type { Graph } from './build-gateway-graph.js';
import type { GatewayParts } from './gateway-parts.js';
import type { Machine } from './machine.js';
import type { SettingsFiles } from './files/settings-files.js';
import type { Storage } from './storage.js';
import type { StudioOptions } from '../http/studio/studio-routes.js';
import type { Tokens } from './tokens.js';

/**
 * What a change that Runway fetches media for needs beside Runway's own deadline. Submissions are
 * answered earlier (see CALLER_WAITS_MS).
 */
const ANSWER_MARGIN_MS = 60_000;

/** The graph with permissions and audit, behind HTTP. It does not listen yet. */
export async function buildServer(
  { config, clock, log, tracer, metrics }: Base,
  { database, stores, audit }: Storage,
  { tls, documents, signing }: Pick<SettingsFiles, 'tls' | 'documents' | 'signing'>,
  { httpLimits }: Machine,
  parts: {
    readonly graph: Graph;
    readonly keyUsage: KeyUsage;
    readonly tokens: Tokens;
    readonly rateLimits: Omit<RateLimitOptions, 'settings'>;
    readonly isReady: () => Promise<boolean>;
    readonly studio: StudioOptions | undefined;
    readonly outputs: Pick<GatewayParts, 'outputDoor' | 'outputsUrl'>;
  },
) {
  const { graph, keyUsage, tokens, rateLimits, isReady, studio, outputs } = parts;
  const trail = audit.writer;
  const guarded = guardSchema(graph, keyUsage.noteScope.bind(keyUsage));
  const verifier = new TokenVerifier({ issuers: tokens.trust.issuers, clock });
  const answerTimeoutMs = config.runway.timeoutMs + ANSWER_MARGIN_MS;
  const audited = auditSchema(guarded, { trail, clock, errorOf: toGatewayError });
  return await createHttpServer({
    schema: traceSchema(audited, tracer),
    tracer,
    auditTrail: trail,
    metrics,
    authenticator: new Authenticator({
      keys: stores.keys,
      clock,
      changes: database.credentialChanges,
      tokens: verifier,
      onUse: keyUsage.noteRequest.bind(keyUsage),
    }),
    tokenMetadata: {
      publicUrl: () => tokens.address.url,
      authorizationServers: config.oauthIssuers.map(({ issuer }) => issuer),
      signingKeys: () => signing.keys.published,
    },
    clock,
    log,
    sandbox: config.sandbox,
    studio,
    outputs: {
      door: outputs.outputDoor,
      origin: outputs.outputsUrl,
      isApart: config.outputs.url !== undefined,
      openMax: config.outputs.openMax,
    },
    trustedDocuments: documents.trusted,
    loggedPercent: config.logRequestsPercent,
    trustedProxies: config.trustedProxies,
    tls: tls.material,
    requireHttps: config.production,
    origins: config.corsOrigins,
    rateLimits: { settings: config.rateLimits, ...rateLimits },
    limits: {
      answerTimeoutMs: Math.max(HTTP_LIMITS.answerTimeoutMs, answerTimeoutMs),
      ...httpLimits,
    },
    isReady,
  });
}

import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { toGatewayError, type FormattedError } from '../../api/errors/format-error.js';
import type { Logger } from '../../ports/logger.js';
import { boundedResult } from '../answers/answer-size.js';
import { challenge } from './challenge.js';
import type { CheckedDocuments } from './checked-documents.js';
import { newExchange, type HttpContext } from './exchange.js';
import { tellError } from '../answers/tell-error.js';

/**
 * The executor of queries and mutations. It sees only what policy/check-document has passed, and is
 * given the very document that was checked; a text that it does not find there meets its own checks.
 * Nothing is reported to Apollo, whatever the environment holds.
 */
export async function startApollo(options: {
  readonly schema: GraphQLSchema;
  readonly sandbox: boolean;
  readonly log: Logger;
  readonly documents: CheckedDocuments;
}): Promise<ApolloServer<HttpContext>> {
  const { schema, sandbox, log, documents } = options;
  const errors = errorFormatting(log);
  const apollo = new ApolloServer<HttpContext>({
    schema,
    nodeEnv: 'production',
    introspection: sandbox,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: documents,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    logger: apolloLogger(log),
    formatError: errors.formatError,
    plugins: [
      errors.plugin,
      boundedAnswers,
      toldCost,
      // It would wrap each field of the schema.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

/**
 * Apollo's hook for errors does not know the request. So the request's own listener, which is called
 * first, formats them, and the hook hands back what it finds.
 */
function errorFormatting(log: Logger): {
  readonly plugin: ApolloServerPlugin<HttpContext>;
  readonly formatError: (formatted: unknown, error: unknown) => FormattedError;
} {
  const known = new WeakMap<object, FormattedError>();
  const listener: GraphQLRequestListener<HttpContext> = {
    didEncounterErrors: async ({ errors, contextValue, response }) => {
      for (const error of errors) known.set(error, tellError(error, contextValue));
      const scope = errors.map((error) => toGatewayError(error).missingScope).find(Boolean);
      if (scope === undefined) return;
      const { metadataUrl } = contextValue;
      const value = challenge('insufficient_scope', { scope, metadataUrl });
      response.http.headers.set('www-authenticate', value);
    },
  };
  return {
    plugin: { requestDidStart: async () => listener },
    formatError: (_formatted, error) => {
      const own = typeof error === 'object' && error !== null ? known.get(error) : undefined;
      return own ?? tellError(error, newExchange(log));
    },
  };
}

/** After errors are formatted, before anything is rendered. */
const boundedAnswers: ApolloServerPlugin<HttpContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body }, contextValue }) => {
      if (body.kind !== 'single') return;
      const result = boundedResult(body.singleResult);
      if (result === body.singleResult) return;
      const errors = (result.errors ?? []).map((error) => tellError(error, contextValue));
      body.singleResult = { data: null, errors };
    },
  }),
};

const toldCost: ApolloServerPlugin<HttpContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body }, contextValue: { cost } }) => {
      if (body.kind !== 'single' || cost === undefined) return;
      body.singleResult = { ...body.singleResult, extensions: { cost } };
    },
  }),
};

type Level = 'debug' | 'info' | 'warn' | 'error';

function apolloLogger(log: Logger): Record<Level, (message: unknown) => void> {
  const at = (level: Level) => (message: unknown) => {
    log[level]({ detail: String(message) }, 'apollo server');
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

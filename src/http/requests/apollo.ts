import { ApolloServer, HeaderMap, type GraphQLRequestListener } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { toGatewayError, type FormattedError } from '../../api/errors/format-error.js';
import type { Logger } from '../../ports/logger.js';
import { boundedResult } from '../answers/answer-size.js';
import { formatResult } from '../answers/format-result.js';
import { tellError } from '../answers/tell-error.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import { challenge } from './challenge.js';
import type { CheckedDocuments } from './checked-documents.js';
import { newExchange, type ExecutedContext, type HttpContext } from './exchange.js';

/** Apollo copies what it is given: so the context, whose signal is made when it is asked for, is inside. */
export interface ApolloContext {
  readonly context: ExecutedContext;
}

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
  readonly operations: PreparedOperations;
}): Promise<ApolloServer<ApolloContext>> {
  const { schema, sandbox, log, documents, operations } = options;
  const { plugin, formatError } = answering(operations, log);
  const apollo = new ApolloServer<ApolloContext>({
    schema,
    nodeEnv: 'production',
    introspection: sandbox,
    persistedQueries: false,
    documentStore: documents,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    logger: apolloLogger(log),
    formatError,
    plugins: [
      plugin,
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
 * Executes what was checked, in Apollo's place: it would ask of each document anew what a prepared
 * operation knows. Apollo formats no error of such an answer, so each is told here. What fails before
 * comes to Apollo's own hook, which does not know the request: so didEncounterErrors, which is called
 * first, formats it, and the hook hands back what it finds.
 */
function answering(operations: PreparedOperations, log: Logger) {
  const known = new WeakMap<object, FormattedError>();
  const listener: GraphQLRequestListener<ApolloContext> = {
    responseForOperation: async ({ contextValue: { context } }) => {
      const result = await operations.execute(context.sent, { contextValue: context });
      const http = { headers: new HeaderMap() };
      const scope = result.errors?.map((error) => toGatewayError(error).missingScope).find(Boolean);
      if (scope !== undefined) {
        const { metadataUrl } = context;
        const value = challenge('insufficient_scope', { scope, metadataUrl });
        http.headers.set('www-authenticate', value);
      }
      return { body: { kind: 'single', singleResult: toldResult(result, context) }, http };
    },
    didEncounterErrors: async ({ errors, contextValue: { context } }) => {
      for (const error of errors) known.set(error, tellError(error, context));
    },
  };
  return {
    plugin: { requestDidStart: async () => listener },
    formatError: (_formatted: unknown, error: unknown): FormattedError => {
      const own = typeof error === 'object' && error !== null ? known.get(error) : undefined;
      return own ?? tellError(error, newExchange(log));
    },
  };
}

/** With its errors as clients see them, within the bound of answers, and with its cost. */
function toldResult(result: ExecutionResult, context: HttpContext): FormattedExecutionResult {
  const formatted = formatResult(result, context);
  const bounded = boundedResult(formatted);
  const told = bounded === formatted ? formatted : formatResult(bounded, context);
  const { cost } = context;
  return cost === undefined ? told : { ...told, extensions: { cost } };
}

type Level = 'debug' | 'info' | 'warn' | 'error';

function apolloLogger(log: Logger): Record<Level, (message: unknown) => void> {
  const at = (level: Level) => (message: unknown) => {
    log[level]({ detail: String(message) }, 'apollo server');
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

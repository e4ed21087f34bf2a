import type { ApolloServer } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import { OperationTypeNode } from 'graphql';
import type { Authenticator } from '../../auth/authenticate.js';
import type { Deadlines } from '../../concurrency/deadlines.js';
import { MEDIA_SCOPES } from '../../domain/tenant/scope.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { DocumentCheck, GraphQLRequest, Verdict } from '../../policy/check-document.js';
import type { Transport } from '../../policy/document/pick-operation.js';
import { operationOf } from '../../policy/document/root-fields.js';
import { spends } from '../../policy/document/spending.js';
import type { Clock } from '../../ports/clock.js';
import { answerErrors } from '../answers/answer.js';
import { answerResult } from '../answers/answer-result.js';
import type { CheckedDocuments } from './checked-documents.js';
import type { EventStreams } from '../streams/event-stream.js';
import type { ClientAddresses } from '../connections/client-address.js';
import { ClientGone, ResponseEnd, whenOver } from '../connections/client-gone.js';
import type { ApolloContext } from './apollo.js';
import type { ExecutedContext, Exchange } from './exchange.js';
import { resultPlan } from '../streams/fanout.js';
import type { HttpLimits } from '../http-limits.js';
import { parseRequest } from './parse-request.js';
import { OpenBodies } from '../bodies/open-bodies.js';
import { HeldRefusals } from './held-refusals.js';
import { ShareTaken, type OpenRequests } from './open-requests.js';
import { readJsonBody } from '../bodies/read-body.js';
import { badRequest } from './bad-request.js';
import {
  acceptedTransport,
  checkMediaType,
  headerText,
  idempotencyKeyHeader,
  refuseCredentialInUrl,
} from './request-headers.js';
import type { RequestLog } from './request-log.js';
import type { RateLimits } from '../throttling/rate-limits.js';
import { announceUnread, declaredBytes } from '../bodies/unread-body.js';

interface RouteOptions {
  readonly apollo: ApolloServer<ApolloContext>;
  readonly check: DocumentCheck;
  /** Where Apollo finds what the check has parsed. */
  readonly documents: CheckedDocuments;
  readonly eventStreams: EventStreams;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly requestLog: RequestLog;
  readonly limits: HttpLimits;
  readonly rates: RateLimits;
  readonly sandbox: boolean;
  readonly addresses: ClientAddresses;
  readonly requests: OpenRequests;
}

const NOT_ACCEPTABLE_STATUS = 406;

/**
 * `/graphql`: every step may refuse, and only what passes all of them is executed. The credential
 * is checked before the body is read, the document before anything of it runs.
 */
export function graphqlRoute(options: RouteOptions): RequestHandler {
  const { sandbox, requestLog } = options;
  const route = new GraphQLRoute(options);
  const allow = sandbox ? ['GET', 'POST', 'OPTIONS'] : ['POST', 'OPTIONS'];
  return async (request, response) => {
    const exchange = requestLog.exchangeOf(response);
    if (request.method === 'OPTIONS') {
      announceUnread(response);
      response.setHeader('Allow', allow.join(', ')).status(204).end();
    } else if (request.method === 'POST') {
      await route.answer(request, response, exchange);
    } else {
      answerErrors(response, [methodError(request.method)], exchange, { allow });
    }
  };
}

/** Clients that send queries by GET unless they are told not to are told how. */
function methodError(method: string): GatewayError {
  if (method !== 'GET') return new GatewayError('METHOD_NOT_ALLOWED');
  const message =
    'Operations are served by POST alone. Set preferGetMethod: false in urql, and useGETForQueries: false in Apollo Client.';
  return new GatewayError('METHOD_NOT_ALLOWED', { message });
}

class GraphQLRoute {
  readonly #bodies: OpenBodies;
  readonly #held: HeldRefusals;

  constructor(private readonly options: RouteOptions) {
    this.#bodies = new OpenBodies(options.limits.openBodiesBytesMax);
    this.#held = new HeldRefusals(options.clock);
  }

  async answer(request: Request, response: Response, exchange: Exchange): Promise<void> {
    try {
      await this.#serve(request, response, exchange);
    } catch (error) {
      if (error instanceof ShareTaken) await this.#held.hold(response, error.heldMs);
      if (!(error instanceof ClientGone)) answerErrors(response, [error], exchange);
    }
  }

  async #serve(request: Request, response: Response, exchange: Exchange): Promise<void> {
    const { eventStreams, rates, requests } = this.options;
    const { record } = exchange;
    const authorization = headerText(request, 'authorization') ?? undefined;
    requests.requireRoom(authorization ?? '');
    refuseCredentialInUrl(request.url);
    checkMediaType(request);
    const transport = acceptedTransport(request);
    if (transport === undefined) {
      answerErrors(response, [badRequest('accept')], exchange, { status: NOT_ACCEPTABLE_STATUS });
      return;
    }
    const viewer = await rates.authenticateRequest(response, authorization, () =>
      this.#authenticate(request, authorization),
    );
    if (record !== undefined) record.viewer = viewer;
    exchange.trace?.accept();
    await rates.requireRoomForRequest(response, viewer);
    const { asked, verdict } = await this.#checkBody(request, response, viewer, transport);
    if (verdict.isRefused) {
      const cost = await rates.countRefused(response, viewer);
      if (record !== undefined) record.cost = cost;
      answerErrors(response, verdict.errors, exchange);
      return;
    }
    if (record !== undefined) record.operation = operationOf(verdict.request);
    const { cost, refusal } = await rates.admit(response, viewer, verdict.request.usage);
    if (record !== undefined) record.cost = cost;
    if (refusal !== undefined) throw refusal;
    const isStreamed = verdict.request.operation.operation === OperationTypeNode.SUBSCRIPTION;
    if (record !== undefined) record.isStreamed = isStreamed;
    // A stream has caps of its own, and a paid request waits for Runway.
    if (!isStreamed && !spends(verdict.request)) {
      whenOver(response, requests.open(viewer, authorization ?? ''));
    }
    const idempotencyKey = idempotencyKeyHeader(request);
    const checked = verdict.request;
    const traceparent = exchange.trace?.beginOperation(
      checked.operation.operation,
      operationOf(checked),
    );
    const context = {
      ...{ viewer, idempotencyKey, ...exchange, cost, sent: checked },
      ...(traceparent != null && { traceparent }),
    };
    if (isStreamed) await eventStreams.serve(response, resultPlan(asked, checked, context), cost);
    else await this.#execute(response, asked, context);
  }

  /** Has Apollo execute what was checked, in time: no resolver holds its client for ever. */
  async #execute(
    response: Response,
    asked: GraphQLRequest,
    context: ExecutedContext,
  ): Promise<void> {
    const { documents, deadlines, limits } = this.options;
    const { query, document, operation } = context.sent;
    const answer = (error: unknown): void => {
      answerErrors(response, [error], context);
    };
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    const timeoutMs = isQuery ? limits.queryTimeoutMs : limits.answerTimeoutMs;
    const release = documents.hold(query, document);
    await new Promise<void>((resolve) => {
      const endDeadline = deadlines.begin(timeoutMs, () => {
        const detail = `no answer within ${String(timeoutMs)} ms`;
        answer(new GatewayError('DEADLINE_EXCEEDED', { detail }));
        resolve();
      });
      void this.#answerExecuted(response, asked, context)
        .catch(answer)
        .finally(() => {
          endDeadline();
          resolve();
        });
    });
    context.trace?.endOperation();
    release();
  }

  async #answerExecuted(
    response: Response,
    { operationName, variables }: GraphQLRequest,
    given: ExecutedContext,
  ): Promise<void> {
    const end = new ResponseEnd(response);
    const context: ExecutedContext = {
      ...given,
      get ended() {
        return end.signal;
      },
    };
    const { body, http } = await this.options.apollo.executeOperation(
      { query: context.sent.query, variables, ...(operationName !== null && { operationName }) },
      { contextValue: { context } },
    );
    answerResult(response, { body, http });
  }

  /**
   * Reads the body and checks its document. A body that has none is counted for the viewer here.
   */
  async #checkBody(
    request: Request,
    response: Response,
    viewer: Viewer,
    transport: Transport,
  ): Promise<{ readonly asked: GraphQLRequest; readonly verdict: Verdict }> {
    const { check, deadlines, limits, rates } = this.options;
    try {
      const body = await readJsonBody(response, {
        body: this.#bodies.open(viewer),
        bytesMax: bodyBytesMaxOf(viewer, limits),
        timeoutMs: limits.bodyTimeoutMs,
        deadlines,
      });
      const asked = parseRequest(body);
      return { asked, verdict: check(asked, transport, viewer) };
    } catch (error) {
      await rates.countRequest(response, viewer);
      throw error;
    }
  }

  /**
   * Who sends no credential has sent enough when it is more than the little an unknown may send.
   */
  async #authenticate(request: Request, authorization: string | undefined): Promise<Viewer> {
    const { authenticator, limits, addresses } = this.options;
    if (authorization === undefined && declaredBytes(request) > limits.anonymousBodyBytesMax) {
      throw new GatewayError('PAYLOAD_TOO_LARGE');
    }
    return await authenticator.authenticate(authorization, addresses.exact(request));
  }
}

function bodyBytesMaxOf(viewer: Viewer, limits: HttpLimits): number {
  const maySendMedia = MEDIA_SCOPES.some((scope) => viewer.scopes.has(scope));
  return maySendMedia ? limits.mediaBodyBytesMax : limits.bodyBytesMax;
}

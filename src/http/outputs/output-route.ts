import express, { type Request, type Response, type Router } from 'express';
import { GatewayError } from '../../errors.js';
import type { AdmittedOutput, OutputDoor } from '../../ports/archive/opened-output.js';
import type { Clock } from '../../ports/clock.js';
import { answerErrors } from '../answers/answer.js';
import { announceUnread } from '../bodies/unread-body.js';
import { whenOver } from '../connections/client-gone.js';
import type { Exchange } from '../requests/exchange.js';
import type { RequestLog } from '../requests/request-log.js';
import type { RateLimits } from '../throttling/rate-limits.js';
import { OpenDownloads } from './open-downloads.js';
import { refuseRange, setHead, setSafety } from './output-answer.js';
import { requestedRange } from './requested-range.js';
import { sendFile } from './send-file.js';

export const OUTPUTS_PATH = '/outputs';

export interface OutputsOptions {
  readonly door: OutputDoor;
  /** The origin that outputs are served from. */
  readonly origin: () => string;
  /** Whether nothing but outputs is served there. */
  readonly isApart: boolean;
  /** Outputs that are sent at the same time. */
  readonly openMax: number;
}

interface RouteParts extends Pick<OutputsOptions, 'door' | 'openMax'> {
  readonly rates: RateLimits;
  readonly requestLog: RequestLog;
  readonly clock: Clock;
  /** How long a client may stand still. */
  readonly slowReaderMs: number;
}

/** Media, for the holder of a good address: there is no other credential on this route. */
export function outputRoute(parts: RouteParts): Router {
  const route = new OutputRoute(parts);
  const router = express.Router({ strict: true, caseSensitive: true });
  const answer = async (request: Request, response: Response): Promise<void> => {
    await route.answer(request, response);
  };
  router.get(`${OUTPUTS_PATH}/:id`, answer);
  router.all(`${OUTPUTS_PATH}/:id`, (request, response) => {
    const error = new GatewayError('METHOD_NOT_ALLOWED');
    answerErrors(response, [error], parts.requestLog.exchangeOf(response), {
      allow: ['GET', 'HEAD', 'OPTIONS'],
    });
  });
  return router;
}

class OutputRoute {
  readonly #parts: RouteParts;
  readonly #open: OpenDownloads;

  constructor(parts: RouteParts) {
    this.#parts = parts;
    this.#open = new OpenDownloads(parts.openMax);
  }

  async answer(request: Request, response: Response): Promise<void> {
    const exchange = this.#parts.requestLog.exchangeOf(response);
    setSafety(response);
    announceUnread(response);
    let close = (): void => undefined;
    try {
      this.#open.requireRoom();
      await this.#parts.rates.countOutputAddress(request);
      const output = await this.#admit(request);
      close = this.#open.open(output.tenantId);
      await this.#parts.rates.countOutputTenant(output.tenantId);
      await this.#send(request, response, output, exchange);
    } catch (error) {
      answerErrors(response, [error], exchange);
    } finally {
      close();
    }
  }

  /** Throws NOT_FOUND, whatever is wrong with the address. */
  async #admit({ params, query }: Request): Promise<AdmittedOutput> {
    const { expires, disposition = null, signature } = query;
    const isText = typeof expires === 'string' && typeof signature === 'string';
    const isShown = disposition === null || typeof disposition === 'string';
    const { id } = params;
    if (!isText || !isShown || typeof id !== 'string') throw new GatewayError('NOT_FOUND');
    const output = await this.#parts.door.admit({ id, expires, disposition, signature });
    if (output === undefined) throw new GatewayError('NOT_FOUND');
    return output;
  }

  async #send(
    request: Request,
    response: Response,
    output: AdmittedOutput,
    { log }: Exchange,
  ): Promise<void> {
    const gone = new AbortController();
    whenOver(response, () => {
      gone.abort(null);
    });
    const elsewhere = await output.elsewhere();
    if (elsewhere !== undefined) {
      response.setHeader('Location', elsewhere).status(302).end();
      return;
    }
    const { headers } = request;
    const opened = await output.open({
      range: requestedRange(headers.range),
      ifRange: headers['if-range'] as string | undefined,
      signal: gone.signal,
    });
    if (opened.kind === 'gone') throw new GatewayError('NOT_FOUND', { detail: 'gone at Runway' });
    if (opened.kind === 'away') throw new GatewayError('RUNWAY_UNAVAILABLE');
    if (opened.kind === 'unsatisfiable') {
      refuseRange(response, opened.bytes);
      return;
    }
    setHead(response, opened, output);
    if (request.method === 'HEAD') {
      await opened.stream[Symbol.asyncIterator]().return?.();
      response.end();
      return;
    }
    const { clock, slowReaderMs } = this.#parts;
    try {
      await sendFile(response, opened.stream, { clock, slowReaderMs });
    } catch (error) {
      if (!gone.signal.aborted) log.warn({ taskId: output.taskId, error }, 'an output broke off');
    }
  }
}

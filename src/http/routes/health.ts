import type { RequestHandler } from 'express';
import { within } from '../../concurrency/within.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

/** Whether requests can be served. Its time is bounded here; a rejection counts as no. */
export type Readiness = () => Promise<boolean>;

const READY_TIMEOUT_MS = 2_000;

/** Answers as long as the process lives. */
export const healthz: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' });
};

/** 200 while requests can be served, else 503. */
export function readyz(isReady: Readiness, clock: Clock, log: Logger): RequestHandler {
  const check = async (): Promise<boolean> => {
    try {
      return (await within(READY_TIMEOUT_MS, clock, isReady())) === true;
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      return false;
    }
  };
  // No credential is needed and no limit holds: one look at a time serves all requests meanwhile.
  let checking: Promise<boolean> | undefined;
  return async (_request, response) => {
    checking ??= check().finally(() => {
      checking = undefined;
    });
    const ready = await checking;
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable' });
  };
}

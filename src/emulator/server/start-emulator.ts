import express, { type NextFunction, type Request, type Response } from 'express';
import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from './handler.js';
import { systemClock, type Clock } from './emulator-clock.js';
import { changeSettings, controlRouter, seedAvatars } from '../control/control-router.js';
import { Faults, type Fault } from '../control/faults.js';
import { Front } from './front.js';
import { RequestLog, type RecordedRequest } from '../control/recorded-requests.js';
import { seed } from '../resources/seeds.js';
import { DEFAULT_SETTINGS, type Settings } from '../control/emulator-settings.js';
import { Worlds } from '../worlds.js';

export interface EmulatorOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: the machine's time. */
  readonly clock?: Clock;
  /** Win over the defaults. */
  readonly settings?: Partial<Settings>;
  /** Told of the emulator's own failures; default: a process warning. */
  readonly onError?: (error: unknown) => void;
}

export interface Emulator {
  /** Without a slash at its end, e.g. `http://127.0.0.1:4010`: the SDK's `baseURL`. */
  readonly url: string;
  /** Live: what is written here holds from the next request on. */
  readonly settings: Settings;
  /** What was asked so far, oldest first. */
  requests(): RecordedRequest[];
  clearRequests(): void;
  /** Adds a fault behind those that are set; the first that matches a request strikes it. */
  setFault(fault: Fault): void;
  clearFaults(): void;
  /** Adds up to 10,000 avatars that were not made through the API, all READY; returns their ids. */
  seedAvatars(count: number): string[];
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/**
 * A longer silence than any client's, so that a reused connection is not closed under its request.
 */
const KEEP_ALIVE_MS = 120_000;

/**
 * Starts a Runway on this machine: the public API's paths, with time, money and failures of its
 * own. Rejects when the address cannot be listened on.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { port, host = '127.0.0.1', clock = systemClock, onError = warn } = options;
  const settings: Settings = structuredClone(DEFAULT_SETTINGS);
  changeSettings(settings, options.settings ?? {});
  const stopping = new AbortController();
  // Each request that is made to wait listens to it.
  setMaxListeners(0, stopping.signal);
  const faults = new Faults();
  const log = new RequestLog(clock);
  let url = '';
  const worlds = new Worlds({ clock, settings, baseUrl: () => url });
  const world = worlds.first;
  seed(world);
  const front = new Front(worlds, log, faults, stopping.signal, onError);

  const app = express();
  app.disable('x-powered-by');
  app.use('/__emulator', controlRouter(log, faults, world));
  app.use('/__emulator', (_request: Request, response: Response) => {
    response.status(404).json({ error: 'No such control' });
  });
  app.use((request: Request, response: Response) => front.serve(request, response));
  app.use(answerError);

  const server = createServer(app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  url = urlOf(server.address() as AddressInfo);

  return {
    url,
    settings,
    requests: () => log.list(),
    clearRequests: () => {
      log.clear();
    },
    setFault: (fault) => {
      faults.add(fault);
    },
    clearFaults: () => {
      faults.clear();
    },
    seedAvatars: (count) => seedAvatars(world, { count }),
    close: () =>
      new Promise((resolve) => {
        stopping.abort();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/**
 * An address that a client on this machine can use, also where the server listens on all of them.
 */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${String(port)}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${String(port)}`;
}

/** For control calls; everything else has its own way to answer with an error. */
function answerError(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) {
    next(error);
  } else if (error instanceof Refusal) {
    response.status(error.answer.status).json(error.answer.body);
  } else {
    const isBadBody = error instanceof Error && 'status' in error && error.status === 400;
    response
      .status(isBadBody ? 400 : 500)
      .json({ error: isBadBody ? 'The body is not valid JSON' : 'The emulator failed' });
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

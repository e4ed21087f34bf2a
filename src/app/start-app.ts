import { pinoLogger } from '../adapters/log/pino-logger.js';
import { systemClock } from '../adapters/system-clock.js';
import type { Config } from '../config/config.js';
import type { Emulator } from '../emulator/server/start-emulator.js';
import { assemble } from './assemble.js';
import type { Machine } from './machine.js';
import { openGateway } from './open-gateway.js';
import { Shutdown } from './shutdown.js';
import { SignalBus } from './signals.js';

export interface App {
  /** Base URL of the gateway, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** The emulator that stands in for Runway; undefined when there is none. */
  readonly emulator: Emulator | undefined;
  /** Stops accepting, drains, and closes everything. Idempotent. */
  stop(): Promise<void>;
}

/** Builds and starts everything, in the order in which it is needed. Nothing is left over on failure. */
export async function startApp(config: Config, machine: Machine = {}): Promise<App> {
  const clock = machine.clock ?? systemClock;
  const { log, flush } =
    machine.log === undefined
      ? pinoLogger({ level: config.logLevel, format: config.logFormat })
      : { log: machine.log, flush: () => Promise.resolve() };
  const shutdown = new Shutdown();
  const stop = async (): Promise<void> => {
    const since = clock.now().getTime();
    log.info({}, 'the gateway is stopping');
    await shutdown.run();
    log.info({ ms: clock.now().getTime() - since }, 'the gateway has stopped');
    await flush();
  };
  let stopping: Promise<void> | undefined;
  try {
    const base = { config, clock, log, signals: new SignalBus(), shutdown };
    const gateway = await assemble(base, machine);
    const url = await openGateway(base, gateway);
    return { url, emulator: gateway.runway.emulator, stop: () => (stopping ??= stop()) };
  } catch (error) {
    await shutdown.run();
    await flush();
    throw error;
  }
}

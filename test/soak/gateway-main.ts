/**
 * The gateway as main.ts starts it, which tells its parent on request what it holds. Needs
 * `--expose-gc`. Production has no such switch.
 */
import 'reflect-metadata';
import { Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startApp } from '../../src/app/start-app.js';
import { readConfig } from '../../src/config/config.js';
import type { Holding } from './soaked-gateway.js';

const config = readConfig(process.env);
const app = await startApp(config);
const port = Number(new URL(app.url).port);
const loopDelay = monitorEventLoopDelay({ resolution: 10 });
loopDelay.enable();
let warnings = 0;
process.on('warning', () => {
  warnings += 1;
});

/** Handles that keep the process alive; Node offers them under this name alone. */
function activeHandles(): readonly unknown[] {
  const { _getActiveHandles: list } = process as unknown as {
    readonly _getActiveHandles: () => readonly unknown[];
  };
  return list.call(process);
}

function hold(): Holding {
  // Once does not collect what finalizers let go.
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const loopDelayMsP99 = loopDelay.percentile(99) / 1e6;
  loopDelay.reset();
  return {
    heapBytes: process.memoryUsage().heapUsed,
    residentBytes: process.memoryUsage().rss,
    clientSockets: activeHandles().filter(
      (handle) => handle instanceof Socket && handle.localPort === port,
    ).length,
    timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    warnings,
    loopDelayMsP99,
  };
}

process.on('message', () => {
  process.send?.(hold());
});
process.on('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});
process.send?.({ url: app.url });

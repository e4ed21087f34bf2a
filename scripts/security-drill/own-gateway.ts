// Before the graph is loaded.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app/start-app.js';
import { readConfig } from '../../src/config/config.js';
import { newApiKey } from '../../src/domain/tenant/api-key.js';
import type { Logger } from '../../src/ports/logger.js';
import type { DrillTarget } from './drill-stage.js';

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A gateway on free ports, with the emulator and an embedded store that is deleted at the end. */
export async function startOwnGateway(): Promise<
  DrillTarget & { readonly stop: () => Promise<void> }
> {
  const dataDir = await mkdtemp(join(tmpdir(), 'security-drill-'));
  const operatorKey = newApiKey().text;
  const config = readConfig({
    PORT: '0',
    EMULATOR_PORT: '0',
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: operatorKey,
    TRUSTED_PROXIES: 'loopback',
    ALERT_SPEND_FLOOR_CREDITS: '100',
    // More than the drill has moderated.
    MODERATED_MAX: '1000',
  });
  const app = await startApp(config, { log: silent });
  const { emulator } = app;
  if (emulator === undefined) throw new Error('The gateway of the drill has no emulator.');
  Object.assign(emulator.settings, { taskSeconds: 0, concurrency: null });
  return {
    url: app.url,
    operatorKey,
    emulator,
    stop: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

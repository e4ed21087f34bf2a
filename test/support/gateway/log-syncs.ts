import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { pinoLogger } from '../../../src/adapters/log/pino-logger.js';

const STDOUT = 1;

/** Writes a line at a time to standard output, a file, and tells its parent how often that file was synced. */
let syncs = 0;
const { fsync } = fs;
fs.fsync = Object.assign(
  (fd: number, done: fs.NoParamCallback) => {
    syncs += 1;
    fsync(fd, done);
  },
  { __promisify__: fsync.__promisify__ },
);
const { log, flush } = pinoLogger({ level: 'info', format: 'json' });
for (const text of ['first', 'second', 'third']) {
  const { size } = fs.fstatSync(STDOUT);
  log.info({}, text);
  while (fs.fstatSync(STDOUT).size === size) await delay(1);
}
const syncsOfLines = syncs;
await flush();
process.send?.({ syncsOfLines, syncsAtEnd: syncs - syncsOfLines });
process.disconnect();

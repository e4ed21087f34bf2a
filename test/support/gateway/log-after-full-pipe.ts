import { pinoLogger } from '../../../src/adapters/log/pino-logger.js';

/** 2 MB: more than a pipe holds. */
const LINES = 20_000;
/** Longer than lines wait for each other. */
const LATER_MS = 100;

/**
 * Writes more than its reader takes, and one line more while that write is open. Then it tells its parent,
 * writes nothing else, and ends with its parent's word.
 */
const { log, flush } = pinoLogger({ level: 'info', format: 'json' });
for (let index = 0; index < LINES; index += 1) log.info({ index }, 'a line that fills the pipe');
setTimeout(() => {
  log.info({}, 'the last line');
  setTimeout(() => process.send?.('written'), LATER_MS);
}, LATER_MS);
process.on('message', () => {
  void flush().then(() => process.exit(0));
});

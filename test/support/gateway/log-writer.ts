import { pinoLogger } from '../../../src/adapters/log/pino-logger.js';

/** Writes what its arguments say to standard output, and exits at once: how a process ends is part of it. */
const [format = 'auto', count = '1', text = ''] = process.argv.slice(2);
const { log } = pinoLogger({ level: 'info', format: format as 'auto' | 'json' | 'pretty' });
log.debug({}, 'not for this level');
for (let index = 0; index < Number(count); index += 1) {
  log.info({ index, text, error: new TypeError(text) }, 'a line');
}
process.exit(0);

import { pino } from 'pino';
import type { Logger } from '../ports/logger.js';

/** JSON lines on standard output: UTC time, level, message, fields. */
export function pinoLogger(level: string): Logger {
  return pino({
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
    redact: { paths: ['authorization', '*.authorization'], censor: '[redacted]' },
  });
}

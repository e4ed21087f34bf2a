import { pino } from 'pino';
import type { Logger } from '../../ports/logger.js';
import { loggedError } from './log-error.js';
import { escapeUnsafe, scrub } from './log-text.js';
import { prettyLine } from './pretty-line.js';

/** Standard output. */
const STDOUT = 1;

/** 20 ms: so long a line waits for others. Each write costs more than all else that makes a line. */
const TOGETHER_MS = 20;
/** 8 kB of lines are written at once. */
const TOGETHER_BYTES = 8_192;

/** The first may find a write under way and end with it; the second takes what came meanwhile. */
const FLUSHES = 2;

/** 8 MB of lines that wait for their reader; more are dropped rather than held. */
const UNWRITTEN_BYTES_MAX = 8_388_608;

export interface ProcessLog {
  readonly log: Logger;
  /** Resolves when every line has been written, and is on the disk where it goes to a file. */
  flush: () => Promise<void>;
  /** Calls `listener` for each line that is dropped from now on. */
  onDropped: (listener: () => void) => void;
}

/**
 * One line for each record on standard output, as JSON or for a reader at a terminal. Lines are
 * written in the background, those of 20 ms together, because a write for each is the dearest part
 * of a request; an exit writes what is left. No value can begin a line of its own.
 */
export function pinoLogger({
  level,
  format,
}: {
  readonly level: string;
  /** `auto`: for a reader when standard output is a terminal. */
  readonly format: 'auto' | 'json' | 'pretty';
}): ProcessLog {
  const out = pino.destination({
    dest: STDOUT,
    sync: false,
    minLength: TOGETHER_BYTES,
    maxLength: UNWRITTEN_BYTES_MAX,
  });
  // Lines that cannot be written, for example on a full disk, are lost: requests go on without them.
  out.on('error', () => undefined);
  const isTerminal = process.stdout.isTTY;
  const isPretty = format === 'pretty' || (format === 'auto' && isTerminal);
  const isColoured = isTerminal && process.stdout.hasColors();
  let flushesLeft = 0;
  let timer: NodeJS.Timeout | undefined;
  const flushSoon = (): void => {
    if (flushesLeft === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      flushesLeft -= 1;
      // With a callback it would also sync the file to its disk.
      out.flush();
    }, TOGETHER_MS).unref();
  };
  out.on('drain', flushSoon);
  const write = (line: string): void => {
    out.write(isPretty ? prettyLine(line, isColoured) : `${escapeUnsafe(line.trimEnd())}\n`);
    flushesLeft = FLUSHES;
    flushSoon();
  };
  const log = pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: scrubbed },
      serializers: { error: loggedError, err: loggedError },
      redact: { paths: ['authorization', '*.authorization'], censor: '[redacted]' },
      // Of every process alike, and of no use to a reader.
      base: null,
    },
    { write },
  );
  return {
    log,
    onDropped: (listener) => {
      out.on('drop', listener);
    },
    flush: async () => {
      for (let left = FLUSHES; left > 0; left -= 1) {
        await new Promise<void>((resolve) => {
          out.flush(() => {
            resolve();
          });
        });
      }
    },
  };
}

/** Errors have a serializer; everything else is flat. */
function scrubbed(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    shown[name] = typeof value === 'string' ? scrub(value) : value;
  }
  return shown;
}

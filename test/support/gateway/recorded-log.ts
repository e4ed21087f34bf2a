import type { Logger } from '../../../src/ports/logger.js';

/** A logger that keeps every line with all that its fields hold: causes, stacks and extras of errors. */
export class RecordedLog implements Logger {
  readonly lines: string[] = [];

  debug(fields: object, message: string): void {
    this.#keep('debug', fields, message);
  }

  info(fields: object, message: string): void {
    this.#keep('info', fields, message);
  }

  warn(fields: object, message: string): void {
    this.#keep('warn', fields, message);
  }

  error(fields: object, message: string): void {
    this.#keep('error', fields, message);
  }

  #keep(level: keyof Logger, fields: object, message: string): void {
    this.lines.push(JSON.stringify({ level, message, fields: plain(fields, new Set()) }));
  }
}

/** As JSON takes it; JSON itself would pass over what an Error holds. */
function plain(value: unknown, above: ReadonlySet<unknown>): unknown {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'bigint' ? String(value) : value;
  }
  if (above.has(value)) return '(above)';
  const within = new Set(above).add(value);
  if (value instanceof Map) return plain([...value], within);
  if (value instanceof Set || Array.isArray(value)) {
    return [...(value as Iterable<unknown>)].map((item) => plain(item, within));
  }
  if (value instanceof Date) return value.toISOString();
  const own = Object.entries(value);
  const hidden =
    value instanceof Error
      ? [
          ['message', value.message],
          ['stack', value.stack],
          ['cause', value.cause],
        ]
      : [];
  return Object.fromEntries([...hidden, ...own].map(([name, item]) => [name, plain(item, within)]));
}

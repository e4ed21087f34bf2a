import { escapeUnsafe } from './log-text.js';

/** Of a terminal, by level. */
const COLOURS: Readonly<Record<string, string>> = {
  error: '\u001b[31m',
  warn: '\u001b[33m',
  debug: '\u001b[2m',
};
const PLAIN = '\u001b[0m';

/** A value that can be told from what stands around it without quotes. */
const BARE = /^[\w.:,/@+-]+$/;

/** `18:40:14.123 INFO  request  operation=task status=200`, from a JSON line; one that is none stays. */
export function prettyLine(line: string, isColoured: boolean): string {
  const record = parsed(line);
  if (record === undefined) return `${escapeUnsafe(line)}\n`;
  const { level = '', time = '', msg = '', err, error, ...fields } = record;
  const label = String(level).toUpperCase().padEnd(5);
  const colour = isColoured ? COLOURS[String(level)] : undefined;
  const shown = fieldTexts(fields);
  const head = [
    String(time).slice(11, 23),
    colour === undefined ? label : `${colour}${label}${PLAIN}`,
    escapeUnsafe(String(msg)),
    ...(shown.length === 0 ? [] : ['', ...shown]),
  ];
  return [head.join(' '), ...errorLines(err ?? error), ''].join('\n');
}

function errorLines(error: unknown, label = ''): readonly string[] {
  if (!isRecord(error)) return [];
  const { type, message, stack, cause, ...facts } = error;
  const more = fieldTexts(facts).map((field) => ` ${field}`);
  const frames = typeof stack === 'string' ? stack.split('\n') : [];
  return [
    `    ${label}${escapeUnsafe(`${String(type)}: ${String(message)}`)}${more.join('')}`,
    ...frames.map((frame) => `      ${escapeUnsafe(frame)}`),
    ...errorLines(cause, 'caused by '),
  ];
}

function fieldTexts(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).map(([name, value]) => `${escapeUnsafe(name)}=${valueText(value)}`);
}

function valueText(value: unknown): string {
  if (typeof value === 'string' && BARE.test(value)) return value;
  return escapeUnsafe(JSON.stringify(value));
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

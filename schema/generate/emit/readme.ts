import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { ERRORS } from '../../../src/errors.js';
import { SDK_METHODS } from '../../../src/generated/facts/sdk-methods.js';
import type { Operation } from '../../../src/operations/operation.js';
import { operations } from '../../../src/operations/operations.js';
import type { GeneratedFiles } from '../step.js';

const README = 'README.md';

/** The tables between the README's markers, from the operations table and the error registry. */
export async function emitReadmeTables(): Promise<GeneratedFiles> {
  const before = await readFile(README, 'utf8');
  const withOperations = replaceBetween(before, 'operations', operationsTable());
  const text = replaceBetween(withOperations, 'errors', errorsTable());
  const options = await resolveConfig(README);
  return new Map([[README, await format(text, { ...options, filepath: README })]]);
}

function operationsTable(): string {
  const rows = Object.entries<Operation>(operations).map(([field, row]) => [
    row.root,
    `\`${field}\``,
    row.sdk
      .map((method) => `\`${SDK_METHODS[method].verb} ${SDK_METHODS[method].path}\``)
      .join(', '),
    row.scope === 'viewer' ? 'any key' : `\`${row.scope}\``,
    String(row.cost),
    row.spends ? 'yes' : '',
  ]);
  return table(['root', 'field', 'calls at Runway', 'scope', 'cost', 'spends'], rows);
}

function errorsTable(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, retryable, message }]) => [
    `\`${code}\``,
    String(status),
    retryable ? 'yes' : '',
    message,
  ]);
  return table(['code', 'HTTP status', 'retryable', 'meaning'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function replaceBetween(text: string, name: string, content: string): string {
  const begin = `<!-- generated: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${README} has no markers for ${name}.`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

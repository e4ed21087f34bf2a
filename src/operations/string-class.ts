import type { StringClass } from './operation.js';
import { findOperation } from './operations.js';

/**
 * The class of a text in an operation's input, by its pattern (see domain/input/input-values.ts);
 * undefined for a MediaUri.
 */
export function stringClassOf(operation: string, pattern: string): StringClass | undefined {
  const strings: Readonly<Record<string, StringClass>> = findOperation(operation)?.strings ?? {};
  // The table leaves out the member that names the model.
  return strings[pattern] ?? strings[pattern.replace(/^[^.]+\./, '')];
}

import type { OutputName } from '../../domain/archive/output-id.js';
import { inputTexts } from '../../domain/input/input-values.js';
import type { JsonValue } from '../../domain/input/json.js';
import { OUTPUT_SCHEME, parseOutputReference } from '../../domain/lineage/output-reference.js';
import { stringClassOf } from '../../operations/string-class.js';

/** An output that an input names as a medium. */
export interface OutputReference {
  /** Where, without `input`. */
  readonly path: string;
  /** As it stands there, and in the request for Runway. */
  readonly text: string;
  readonly output: OutputName;
}

/** The outputs that the media of an operation's input name. A prompt that looks like one is a text. */
export function outputReferencesIn(
  operation: string,
  input: JsonValue,
): readonly OutputReference[] {
  return inputTexts(input).flatMap(({ path, pattern, text }) => {
    if (!text.startsWith(OUTPUT_SCHEME)) return [];
    if (stringClassOf(operation, pattern) !== undefined) return [];
    const output = parseOutputReference(text);
    return output === undefined ? [] : [{ path, text, output }];
  });
}

/** Texts of the caller's own words that read as one of the references does. */
export function ambiguousTexts(
  operation: string,
  input: JsonValue,
  references: readonly OutputReference[],
): readonly string[] {
  const named = new Set(references.map(({ text }) => text));
  return inputTexts(input)
    .filter(({ pattern, text }) => {
      return named.has(text) && stringClassOf(operation, pattern) !== undefined;
    })
    .map(({ path }) => path);
}

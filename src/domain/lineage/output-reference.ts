import { outputId, parseOutputId, type OutputName } from '../archive/output-id.js';

/** The address under which a tenant's own output is the input of a request. */
export const OUTPUT_SCHEME = 'gateway://outputs/';

export function outputReference({ taskId, position }: OutputName): string {
  return `${OUTPUT_SCHEME}${outputId(taskId, position)}`;
}

/** Undefined for every other text. */
export function parseOutputReference(text: string): OutputName | undefined {
  return text.startsWith(OUTPUT_SCHEME)
    ? parseOutputId(text.slice(OUTPUT_SCHEME.length))
    : undefined;
}

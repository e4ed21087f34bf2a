import type { RowId } from '../catalogue.js';
import type { RequirementId } from './requirements.js';

/** What proves a row: a row of the catalogue of attacks, whose tests name it, or a test file. */
export type Proof = RowId | `test/${string}`;

/** A requirement of ASVS, in our own words, and how the gateway stands to it. */
export type AsvsRow = {
  readonly id: RequirementId;
  readonly words: string;
} & (
  | {
      readonly status: 'met';
      /** Files that do it, or documents that say it. */
      readonly where: readonly string[];
      /** Empty where a document is all that is required. */
      readonly proof: readonly Proof[];
    }
  | { readonly status: 'not applicable' | 'open'; readonly reason: string }
);

export function met(
  id: RequirementId,
  words: string,
  where: readonly string[],
  proof: readonly Proof[] = [],
): AsvsRow {
  return { id, words, status: 'met', where, proof };
}

export function notApplicable(id: RequirementId, words: string, reason: string): AsvsRow {
  return { id, words, status: 'not applicable', reason };
}

export function open(id: RequirementId, words: string, reason: string): AsvsRow {
  return { id, words, status: 'open', reason };
}

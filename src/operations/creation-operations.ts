import type { SubmittedOperation } from './operation.js';
import { kindOperations } from './operations-by-kind.js';

type Fields = typeof kindOperations;

export type CreationField = {
  [Field in keyof Fields]: Fields[Field] extends SubmittedOperation ? Field : never;
}[keyof Fields];

/**
 * Mutations that make things which stay at Runway (and one preview). Like generations they are
 * sent once and followed as tasks. The generator makes an input class for each row.
 */
export const creationOperations = Object.fromEntries(
  Object.entries(kindOperations).filter(([, row]) => 'runwayTaskKind' in row),
) as Pick<Fields, CreationField>;

import type { ChangeOperation, Operation } from './operation.js';
import { kindOperations } from './operations-by-kind.js';

type Fields = typeof kindOperations;

export type ChangeField = {
  [Field in keyof Fields]: Fields[Field] extends ChangeOperation ? Field : never;
}[keyof Fields];

/** The generator makes an input class for each row. What an input leaves out stays as it is. */
export const changeOperations = Object.fromEntries(
  Object.entries<Operation>(kindOperations).filter(
    ([, { resource }]) => resource?.action === 'update',
  ),
) as Pick<Fields, ChangeField>;

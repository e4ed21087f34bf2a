import { registerEnumType } from 'type-graphql';
import type { Operation } from '../../operations/operation.js';
import { operations } from '../../operations/operations.js';
import { enumOf, screamingSnake } from '../enum-values.js';

const FIELDS = Object.entries<Operation>(operations).flatMap(([field, { makesTasks }]) =>
  makesTasks === true ? [field] : [],
);

export const TaskOperationEnum = enumOf(FIELDS);
registerEnumType(TaskOperationEnum, {
  name: 'TaskOperation',
  description: 'A field that makes tasks.',
  valuesConfig: Object.fromEntries(
    FIELDS.map((field) => [screamingSnake(field), { description: `The field \`${field}\`.` }]),
  ),
});

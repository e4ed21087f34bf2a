import { registerEnumType } from 'type-graphql';
import { creationOperations } from '../../operations/creation-operations.js';
import { generationOperations } from '../../operations/generation-operations.js';
import { kindsWhere } from '../../domain/resource/kinds.js';
import { fieldOfKind } from '../../operations/fields-of-kind.js';
import { enumOf, screamingSnake } from '../enums.js';

/** Fields at which the gateway learns that Runway processes a resource again. */
const FOLLOWING_FIELDS = kindsWhere(({ follow }) => follow !== undefined).flatMap((kind) => [
  fieldOfKind(kind, 'update') ?? [],
  fieldOfKind(kind, 'follow') ?? [],
]);

/** Root fields that make tasks. */
const FIELDS = [
  ...Object.keys(generationOperations),
  ...Object.keys(creationOperations),
  'grantResource',
  ...FOLLOWING_FIELDS.flat(),
];

export const TaskOperationEnum = enumOf(FIELDS);
registerEnumType(TaskOperationEnum, {
  name: 'TaskOperation',
  description: 'A field that makes tasks.',
  valuesConfig: Object.fromEntries(
    FIELDS.map((field) => [screamingSnake(field), { description: `The field \`${field}\`.` }]),
  ),
});

import { registerEnumType } from 'type-graphql';
import { creationOperations } from '../../operations/creation-operations.js';
import { generationOperations } from '../../operations/generation-operations.js';
import { enumOf, screamingSnake } from '../enums.js';

/** Root fields that make tasks; the last four where Runway then processes something (again). */
const FIELDS = [
  ...Object.keys(generationOperations),
  ...Object.keys(creationOperations),
  'updateAvatar',
  'grantResource',
  'avatarUpdated',
  'voiceUpdated',
];

export const TaskOperationEnum = enumOf(FIELDS);
registerEnumType(TaskOperationEnum, {
  name: 'TaskOperation',
  description: 'A field that makes tasks.',
  valuesConfig: Object.fromEntries(
    FIELDS.map((field) => [screamingSnake(field), { description: `The field \`${field}\`.` }]),
  ),
});

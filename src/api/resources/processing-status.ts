import { registerEnumType } from 'type-graphql';
import {
  PROCESSING_STATUSES,
  type ProcessingStatus,
} from '../../domain/resource/follow-processing.js';
import { describe, enumOf } from '../enum-values.js';

export const ProcessingStatusEnum = enumOf(PROCESSING_STATUSES);
registerEnumType(ProcessingStatusEnum, {
  name: 'ProcessingStatus',
  description: 'How far Runway is with an avatar or a voice.',
  valuesConfig: describe<ProcessingStatus>({
    PROCESSING: 'Being made; it cannot be used yet.',
    READY: 'It can be used.',
    FAILED: 'It could not be made; see failureReason.',
    UNKNOWN: 'Runway named a status that this gateway does not know.',
  }),
});

import { integer } from '../setting-types.js';

export const retentionSettings = {
  retentionDays: integer('RETENTION_DAYS', {
    default: 30,
    min: 1,
    max: 3_650,
    unit: 'days',
    text: 'Age at which settled tasks and their events are deleted.',
  }),
};

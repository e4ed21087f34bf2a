import type { Exposures } from '../exposure.js';
import { lists, reads } from '../kind-fields.js';
import type { Operation } from '../operation.js';

export const workflowOperations = {
  workflow: reads('workflow', 'One published workflow of your tenant, with its graph.'),
  workflows: lists('workflow', 'The published workflows of your tenant, newest first.'),
} as const satisfies Record<string, Operation>;

export const workflowExposures = {
  'versions[].createdAt': 'Workflow.createdAt',
  'versions[].id': 'Workflow.id',
  'versions[].version': 'Workflow.version',
} as const satisfies Exposures;

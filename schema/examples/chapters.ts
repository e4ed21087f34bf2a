import { access, account, tenants } from './access.js';
import type { Chapter } from './example.js';
import { generations } from './generations.js';
import { resources } from './resources.js';
import { webhooks } from './webhooks.js';
import { settlements, tasks } from './tasks.js';

/** An example for every root field, in an order in which they can be run one after the other. */
export const chapters: readonly Chapter[] = [
  generations,
  tasks,
  settlements,
  resources,
  webhooks,
  access,
  tenants,
  account,
];

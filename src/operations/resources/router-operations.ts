import type { Exposures } from '../exposure.js';
import { creates, deletes, lists, reads, updates } from '../kind-fields.js';
import type { Operation, Strings } from '../operation.js';
import { query } from '../rows.js';

const strings = {
  name: 'text',
  description: 'text',
  'settings.models.ids[]': 'upstreamConstant',
} as const satisfies Strings;

export const routerOperations = {
  createRouter: creates(
    'router',
    false,
    'Makes a model router. Its `slug` is what generations name as `configId`; it is unique within your tenant.',
    { ...strings, slug: 'text' },
  ),
  updateRouter: updates('router', 'Changes a router. Its slug stays.', strings),
  router: reads('router', 'One model router of your tenant.'),
  routers: lists('router', 'The model routers of your tenant, newest first.'),
  routerRequests: query(
    'router:read',
    'What a router of your tenant has decided, newest first; nothing of what it decided before it was yours.',
    { sdk: ['routers.listRequests'], cost: 10 },
  ),
  deleteRouter: deletes('router', 'Deletes a router at Runway, for ever. Its slug is free again.'),
} as const satisfies Record<string, Operation>;

export const routerExposures = {
  'settings.fallback.onCapacity': 'Router.settings.fallbackOnCapacity',
  'settings.maxCreditsPerGeneration.audio': 'Router.settings.maxCreditsPerAudio',
  'settings.maxCreditsPerGeneration.image': 'Router.settings.maxCreditsPerImage',
  'settings.maxCreditsPerGeneration.video': 'Router.settings.maxCreditsPerVideo',
  'settings.models.ids[]': 'Router.settings.modelIds',
  'settings.models.mode': 'Router.settings.modelsMode',
} as const satisfies Exposures;

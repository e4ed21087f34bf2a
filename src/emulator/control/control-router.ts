import express, { type Router } from 'express';
import type { Faults } from './faults.js';
import type { RequestLog } from './recorded-requests.js';
import { addAvatars } from '../resources/seeds.js';
import type { Settings } from './emulator-settings.js';
import { validate } from '../server/validation.js';
import type { World } from '../world.js';

/** At once. */
const AVATARS_MAX = 10_000;

const COUNT_OR_NULL = { type: ['integer', 'null'], minimum: 0 } as const;
const COUNTS_BY_MODEL = { type: 'object', additionalProperties: COUNT_OR_NULL } as const;
const DURATION = { type: 'number', minimum: 0, maximum: 86_400 } as const;
const LIFETIME = { type: 'number', minimum: 0, maximum: 31_536_000 } as const;

const ORGANIZATION = {
  type: 'object',
  properties: {
    secrets: { type: 'array', items: { type: 'string' }, minItems: 1 },
    credits: { type: 'number', minimum: 0 },
    concurrency: COUNT_OR_NULL,
  },
  required: ['secrets'],
  additionalProperties: false,
} as const;

const SETTINGS = {
  type: 'object',
  properties: {
    taskSeconds: DURATION,
    concurrency: COUNT_OR_NULL,
    concurrencyByModel: COUNTS_BY_MODEL,
    dailyCap: COUNT_OR_NULL,
    dailyCapByModel: COUNTS_BY_MODEL,
    credits: { type: 'number', minimum: 0 },
    outputSeconds: LIFETIME,
    outputBytes: { type: ['integer', 'null'], minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
    uploadSeconds: LIFETIME,
    processingSeconds: DURATION,
    provisioningSeconds: DURATION,
    sessionKeySeconds: LIFETIME,
    organizations: { type: 'array', items: ORGANIZATION },
  },
  additionalProperties: false,
} as const satisfies { properties: Record<keyof Settings, object>; [keyword: string]: unknown };

const AVATARS = {
  type: 'object',
  properties: { count: { type: 'integer', minimum: 1, maximum: AVATARS_MAX } },
  required: ['count'],
  additionalProperties: false,
} as const;

/**
 * Changes the settings that are given, and leaves the others. Refuses with 400 what is not valid.
 */
export function changeSettings(settings: Settings, changes: unknown): void {
  validate(SETTINGS, changes);
  Object.assign(settings, changes);
}

/**
 * Adds `count` avatars as if they had been made in Runway's app; returns their ids. Refuses with
 * 400 as above.
 */
export function seedAvatars(world: World, asked: unknown): string[] {
  validate(AVATARS, asked);
  return addAvatars(world, (asked as { count: number }).count);
}

/**
 * `/__emulator/…`: what was asked, what goes wrong, how fast the world turns, and what it holds.
 */
export function controlRouter(log: RequestLog, faults: Faults, world: World): Router {
  const { settings } = world;
  const router = express.Router();
  router.use(express.json({ limit: '4mb', strict: false }));

  router
    .route('/requests')
    .get((_request, response) => {
      response.json(log.list());
    })
    .delete((_request, response) => {
      log.clear();
      response.status(204).end();
    });

  router
    .route('/faults')
    .get((_request, response) => {
      response.json(faults.list());
    })
    .put((request, response) => {
      faults.set(toList(request.body));
      response.json(faults.list());
    })
    .delete((_request, response) => {
      faults.clear();
      response.status(204).end();
    });

  router
    .route('/settings')
    .get((_request, response) => {
      response.json(settings);
    })
    .put((request, response) => {
      changeSettings(settings, request.body);
      response.json(settings);
    });

  router.post('/avatars', (request, response) => {
    const ids = seedAvatars(world, request.body);
    response.json({ ids });
  });

  return router;
}

/** Faults come as a list, or as an object from path to fault. */
function toList(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.entries(body).map(([path, fault]: [string, unknown]) =>
    typeof fault === 'object' && fault !== null ? { ...fault, path } : fault,
  );
}

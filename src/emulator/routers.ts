import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import { ok, refuse, type Handlers } from './answer.js';
import { SEEDED, SEEDED_AT } from './seeded.js';
import { validate } from './validation.js';

interface RouterConfig {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly version: number;
  readonly settings: {
    readonly schemaVersion: 1;
    readonly optimizeFor: 'cost' | 'latency' | 'quality';
  };
  readonly createdAt: string;
  readonly updatedAt: string;
}

const ROUTERS: readonly RouterConfig[] = [
  {
    id: SEEDED.routerId,
    slug: SEEDED.routerSlug,
    name: 'Default',
    description: 'A router that is always there.',
    version: 1,
    settings: { schemaVersion: 1, optimizeFor: 'quality' },
    createdAt: SEEDED_AT,
    updatedAt: SEEDED_AT,
  },
];

const LIST_QUERY = {
  type: 'object',
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: 100 },
    cursor: { type: 'string', minLength: 1, maxLength: 1_000 },
  },
  additionalProperties: false,
} as const;

export const routerHandlers: Handlers = {
  'routers.list': ({ query }) => {
    const limit = query.get('limit');
    validate(
      LIST_QUERY,
      { ...Object.fromEntries(query), ...(limit === null ? {} : { limit: Number(limit) }) },
      'query',
    );
    const data = query.has('cursor') ? [] : ROUTERS;
    return ok({ data, hasMore: false, nextCursor: null });
  },
  'routers.retrieve': ({ id }) => {
    const router = ROUTERS.find((one) => one.id === id);
    if (!router) throw refuse(404, 'Could not find Model Router');
    return ok(router);
  },
};

export interface Route {
  readonly model: string;
  /** Without the estimate, which depends on the price. */
  readonly routing: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Which model a routed body gets. Refuses with 404 a `configId` that names no router. */
export function route(method: SdkMethod, configId: string, input: Fields): Route {
  const router = ROUTERS.find((one) => one.slug === configId);
  if (!router) {
    throw refuse(404, 'Could not find Model Router', { code: 'router_config_not_found' });
  }
  const { model, provider, resolvedInput } = choose(method, input);
  const { optimizeFor } = router.settings;
  const resolvedSettings = { optimizeFor, priceCeiling: null };
  return { model, routing: { configId, model, provider, resolvedInput, resolvedSettings } };
}

interface Choice {
  readonly model: string;
  readonly provider: string;
  readonly resolvedInput: Fields;
}

function choose(method: SdkMethod, input: Fields): Choice {
  const aspectRatio = textOr(input['aspectRatio'], '16:9');
  if (method === 'generate.image.create') {
    const resolution = textOr(input['resolution'], '1k');
    const ratio = RATIOS[aspectRatio] ?? '1280:720';
    const resolvedInput = { aspectRatio, ratio, resolution };
    return { model: 'gen4_image', provider: 'runway', resolvedInput };
  }
  if (method === 'generate.audio.create') {
    const { type } = input;
    if (type !== 'speech') {
      const resolvedInput = { type, voice: 'none' };
      return { model: 'seed_audio', provider: 'bytedance', resolvedInput };
    }
    const voice = (input['voice'] as { type: string } | undefined)?.type ?? 'default';
    return { model: 'eleven_v3', provider: 'elevenlabs', resolvedInput: { type, voice } };
  }
  const duration = typeof input['duration'] === 'number' ? input['duration'] : 5;
  const resolution = textOr(input['resolution'], '720p');
  const resolvedInput = { duration, ratio: RATIOS[aspectRatio] ?? '1280:720', resolution };
  return input['audio'] === true
    ? { model: 'veo3.1', provider: 'google', resolvedInput }
    : { model: 'gen4.5', provider: 'runway', resolvedInput };
}

const RATIOS: Readonly<Record<string, string>> = {
  '16:9': '1280:720',
  '9:16': '720:1280',
  '1:1': '960:960',
  '4:3': '1104:832',
  '3:4': '832:1104',
  '21:9': '1584:672',
};

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

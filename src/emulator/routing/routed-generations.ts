import { randomBytes } from 'node:crypto';
import { acceptBody } from '../server/accept-body.js';
import { ok, type Handler, type Handlers } from '../server/handler.js';
import { startTask } from '../tasks/generation-handlers.js';
import { quote } from '../tasks/price-list.js';
import type { Modality, RouterConfig, RouterRequest } from './router-configs.js';
import { route, UNROUTED, type Trace } from './routing.js';
import type { World } from '../world.js';

interface RoutedBody {
  readonly configId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The creates that leave the choice of a model to a router. */
export function routedGenerationHandlers(world: World) {
  return {
    'generate.video.create': routed(world, 'video'),
    'generate.image.create': routed(world, 'image'),
    'generate.audio.create': routed(world, 'audio'),
  } satisfies Handlers;
}

/** What a video is that a router makes, where the request does not say. */
const VIDEO_DEFAULTS = { duration: 5, audio: false } as const;

function routed(world: World, modality: Modality): Handler {
  return ({ method, body }) => {
    const named = routerNamedIn(body, world);
    try {
      acceptBody(world, method, body);
    } catch (error) {
      if (named) record(named, 'invalid_request', UNROUTED);
      throw error;
    }
    const { configId, input } = body as RoutedBody;
    const router = world.routers.getBySlug(configId);
    const asked = modality === 'video' ? { ...VIDEO_DEFAULTS, ...input } : input;
    const price = (model: string) => quote(method, asked, model);
    const decision = route({
      configId,
      settings: router.settings,
      modality,
      input,
      quote: price,
      hasFreeSlot: (model) => world.runs.hasFreeSlot(model),
    });
    if ('refusal' in decision) {
      record(router, 'no_eligible_model', decision.trace);
      throw decision.refusal;
    }
    const { model, routing, trace } = decision;
    try {
      const { id } = startTask(world, method, body, price(model));
      record(router, 'routed', trace, id);
      return ok({ id, routing });
    } catch (error) {
      record(router, 'error', trace);
      throw error;
    }
  };
}

/** The router that a body names, before it is known whether the body is valid. */
function routerNamedIn(body: unknown, { routers }: World): RouterConfig | undefined {
  const slug = typeof body === 'object' && body !== null && 'configId' in body && body.configId;
  return typeof slug === 'string' ? routers.findBySlug(slug) : undefined;
}

function record(
  { requests }: RouterConfig,
  status: RouterRequest['status'],
  trace: Trace,
  taskId: string | null = null,
): void {
  const requestId = randomBytes(12).toString('base64url');
  requests.add({ ...requests.identity(), requestId, status, ...trace, taskId });
}

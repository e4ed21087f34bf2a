import { invalid, refuse } from '../server/handler.js';
import type { Clock } from '../server/emulator-clock.js';
import { Collection, type Identity } from '../resources/collection.js';
import { MODELS } from '../tasks/price-list.js';

export type Modality = 'video' | 'image' | 'audio';
export type Preference = 'cost' | 'latency' | 'quality';
export type HardFilter = 'capability' | 'prompt_length' | 'input_support' | 'allow_deny' | 'price';

export interface RouterSettings {
  readonly schemaVersion: 1;
  readonly optimizeFor?: Preference;
  readonly models?: {
    readonly mode: 'allow_new_except' | 'allowlist_only';
    readonly ids: readonly string[];
  };
  /** Credits. */
  readonly maxCreditsPerGeneration?: Readonly<Partial<Record<Modality, number>>>;
  readonly fallback?: { readonly onCapacity?: boolean };
}

export type PipelineStep =
  | { readonly type: 'filter'; readonly filter: HardFilter; readonly models: readonly string[] }
  | {
      readonly type: 'capacity';
      readonly skipped: readonly string[];
      readonly allExhausted: boolean;
    }
  | { readonly type: 'rank'; readonly outcome: 'cost' | 'selected' | 'single_candidate' };

/** The outcome of one request that named a router. */
export interface RouterRequest extends Identity {
  readonly requestId: string;
  readonly status: 'routed' | 'no_eligible_model' | 'invalid_request' | 'error';
  readonly model: string | null;
  readonly provider: string | null;
  readonly reason: string | null;
  readonly reasonCode:
    'lowest_cost' | 'best_latency' | 'best_quality' | 'only_eligible_model' | null;
  readonly estimatedCredits: number | null;
  readonly taskId: string | null;
  readonly pipeline: readonly PipelineStep[];
  readonly emptiedBy: readonly HardFilter[];
}

export interface RouterConfig extends Identity {
  readonly slug: string;
  updatedAtMs: number;
  name: string;
  description: string | null;
  version: number;
  settings: RouterSettings;
  readonly requests: Collection<RouterRequest>;
}

/** What a client may say about a router; what is absent is kept, or has its default. */
export interface RouterChanges {
  readonly name?: string;
  readonly description?: string | null;
  readonly settings?: Partial<RouterSettings>;
}

/** The Model Router configurations. A slug is taken as long as its router is not deleted. */
export class RouterConfigs {
  readonly all: Collection<RouterConfig>;

  constructor(private readonly clock: Clock) {
    this.all = new Collection(clock, 'Model Router');
  }

  /** Refused with 400 for a slug that is taken and for a model that does not exist. */
  create(
    slug: string,
    { name = slug, description = null, settings = { optimizeFor: 'cost' } }: RouterChanges,
    made: { readonly id?: string; readonly at?: string } = {},
  ): RouterConfig {
    if (this.findBySlug(slug)) {
      const message = 'A Model Router with this slug exists';
      throw invalid([{ code: 'custom', path: ['slug'], message }]);
    }
    checkModels(settings);
    const identity = this.all.identity(made);
    return this.all.add({
      ...identity,
      slug,
      updatedAtMs: identity.createdAtMs,
      name,
      description,
      version: 1,
      settings: { ...settings, schemaVersion: 1 },
      requests: new Collection<RouterRequest>(this.clock, 'Model Router request'),
    });
  }

  /**
   * Merges; only settings that differ make a new version. Refused with 400 for an unknown model.
   */
  update(router: RouterConfig, { name, description, settings }: RouterChanges): void {
    if (settings) {
      checkModels(settings);
      const merged = merge(router.settings, settings);
      if (JSON.stringify(merged) !== JSON.stringify(router.settings)) router.version += 1;
      router.settings = merged;
    }
    router.name = name ?? router.name;
    // Null clears it.
    if (description !== undefined) router.description = description;
    router.updatedAtMs = this.clock.now().getTime();
  }

  findBySlug(slug: string): RouterConfig | undefined {
    return [...this.all].find((router) => router.slug === slug);
  }

  /** Refuses with 404 a `configId` that names no router. */
  getBySlug(slug: string): RouterConfig {
    const router = this.findBySlug(slug);
    if (router) return router;
    throw refuse(404, 'Could not find Model Router', { code: 'router_config_not_found' });
  }
}

function merge(kept: RouterSettings, changes: Partial<RouterSettings>): RouterSettings {
  const { models, maxCreditsPerGeneration, fallback } = changes;
  return {
    ...kept,
    ...changes,
    schemaVersion: 1,
    ...(models ? { models: { ...kept.models, ...models } } : {}),
    ...(maxCreditsPerGeneration
      ? {
          maxCreditsPerGeneration: { ...kept.maxCreditsPerGeneration, ...maxCreditsPerGeneration },
        }
      : {}),
    ...(fallback ? { fallback: { ...kept.fallback, ...fallback } } : {}),
  };
}

function checkModels({ models }: Partial<RouterSettings>): void {
  const issues = (models?.ids ?? []).flatMap((id, index) =>
    MODELS.includes(id)
      ? []
      : [{ code: 'custom', path: ['settings', 'models', 'ids', index], message: 'No such model' }],
  );
  if (issues.length > 0) throw invalid(issues);
}

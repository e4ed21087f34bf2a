import { kindRow } from './kind-row.js';

export interface RouterSettings {
  /** `cost`, `latency` or `quality`; null: Runway's default. */
  readonly optimizeFor: string | null;
  readonly fallbackOnCapacity: boolean | null;
  /** Credits. */
  readonly maxCreditsPerAudio: number | null;
  readonly maxCreditsPerImage: number | null;
  readonly maxCreditsPerVideo: number | null;
  /** `allow_new_except` or `allowlist_only`; null: all models. */
  readonly modelsMode: string | null;
  readonly modelIds: readonly string[];
  readonly schemaVersion: number;
}

export interface Router {
  readonly id: string;
  /** As Runway knows it: unique in the account. */
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly settings: RouterSettings;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One step of a router's decision. Each has what its `type` needs; the rest is empty. */
export interface RoutingStep {
  /** `filter`, `capacity` or `rank`. */
  readonly type: string;
  readonly filter: string | null;
  readonly models: readonly string[];
  readonly skipped: readonly string[];
  readonly allExhausted: boolean | null;
  readonly outcome: string | null;
}

export interface RouterRequest {
  readonly id: string;
  readonly requestId: string;
  readonly status: string;
  readonly model: string | null;
  readonly provider: string | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly estimatedCredits: number | null;
  readonly emptiedBy: readonly string[];
  readonly pipeline: readonly RoutingStep[];
  /** Runway's id of the resulting task. */
  readonly runwayTaskId: string | null;
  readonly createdAt: string;
}

export const routerKind = kindRow<Router>()({
  sdk: {
    create: 'routers.create',
    retrieve: 'routers.retrieve',
    list: 'routers.list',
    update: 'routers.update',
    delete: 'routers.delete',
  },
  scopes: { read: 'router:read', write: 'router:write' },
  slug: { of: ({ slug }) => slug },
  lost: {
    listedAs: 'slug',
    texts: ['slug', 'name', 'description'],
    // Runway names a router without a name after its slug.
    defaults: { name: 'slug' },
  },
  removal: { turn: 6 },
});

import { refuse, type Refusal } from '../server/handler.js';
import type { Quote } from '../tasks/price-list.js';
import type { Modality, Preference, RouterRequest, RouterSettings } from './router-configs.js';
import { eligible, type Candidate } from './routing-candidates.js';
import { resolveInput } from './routing-input.js';

/** Source: the SDK's comments on routers.create. */
const OPTIMIZE_FOR_DEFAULT = 'cost';

const REASON_CODE: Readonly<Record<Preference, RouterRequest['reasonCode']>> = {
  cost: 'lowest_cost',
  latency: 'best_latency',
  quality: 'best_quality',
};

export interface RouteRequest {
  readonly configId: string;
  readonly settings: RouterSettings;
  readonly modality: Modality;
  readonly input: Readonly<Record<string, unknown>>;
  readonly quote: (model: string) => Quote;
  /** Whether a task of this model would run at once. */
  readonly hasFreeSlot: (model: string) => boolean;
}

/** How a router's history tells a decision. */
export type Trace = Pick<
  RouterRequest,
  'model' | 'provider' | 'reason' | 'reasonCode' | 'estimatedCredits' | 'pipeline' | 'emptiedBy'
>;

export type Route =
  | {
      readonly model: string;
      /** As the answer tells the decision. */
      readonly routing: object;
      readonly trace: Trace;
    }
  | { readonly refusal: Refusal; readonly trace: Trace };

/** Which model a routed request gets, or why none. */
export function route(request: RouteRequest): Route {
  const { configId, settings, modality, input, quote } = request;
  const outputs = typeof input['outputCount'] === 'number' ? input['outputCount'] : 1;
  const { candidates, pipeline, emptiedBy } = eligible(
    modality,
    settings,
    input,
    ({ model }) => quote(model).estimate / outputs,
  );
  const optimizeFor = settings.optimizeFor ?? OPTIMIZE_FOR_DEFAULT;
  const ranked = rank(candidates, optimizeFor, quote);
  const capacity =
    settings.fallback?.onCapacity === true ? overCapacity(ranked, request) : undefined;
  const isFree = ({ model }: Candidate) => capacity?.skipped.includes(model) !== true;
  const chosen = ranked.find(isFree) ?? ranked[0];
  if (!chosen) {
    const error = 'No model satisfies the router and the request together';
    const refusal = refuse(400, error, { code: 'no_eligible_model', emptiedBy, pipeline });
    return { refusal, trace: { ...UNROUTED, pipeline, emptiedBy } };
  }
  const { model, provider } = chosen;
  const estimatedCredits = quote(model).estimate;
  const isOnly = ranked.length === 1;
  const outcome = isOnly ? 'single_candidate' : optimizeFor === 'cost' ? 'cost' : 'selected';
  return {
    model,
    routing: {
      configId,
      model,
      provider,
      estimatedCost: { credits: estimatedCredits },
      resolvedInput: resolveInput(modality, input),
      resolvedSettings: {
        optimizeFor,
        priceCeiling: settings.maxCreditsPerGeneration?.[modality] ?? null,
      },
      ...(capacity ? { capacityFallback: capacity } : {}),
    },
    trace: {
      model,
      provider,
      estimatedCredits,
      reason: `Of ${String(ranked.length)} models, ${model} suits the router's preference best.`,
      reasonCode: isOnly ? 'only_eligible_model' : REASON_CODE[optimizeFor],
      pipeline: [
        ...pipeline,
        ...(capacity ? [{ type: 'capacity', ...capacity } as const] : []),
        { type: 'rank', outcome },
      ],
      emptiedBy,
    },
  };
}

/** The history of a request that no model got. */
export const UNROUTED: Trace = {
  model: null,
  provider: null,
  reason: null,
  reasonCode: null,
  estimatedCredits: null,
  pipeline: [],
  emptiedBy: [],
};

/** The preferred ones first; they come in order of quality. */
function rank(
  candidates: readonly Candidate[],
  optimizeFor: Preference,
  quote: RouteRequest['quote'],
): readonly Candidate[] {
  const badness = {
    cost: ({ model }: Candidate) => quote(model).estimate,
    latency: ({ latency }: Candidate) => latency,
    quality: () => 0,
  }[optimizeFor];
  return candidates.toSorted((one, other) => badness(one) - badness(other));
}

/** Undefined where no model's slots are all taken; where all are, none is passed over. */
function overCapacity(
  ranked: readonly Candidate[],
  { hasFreeSlot }: RouteRequest,
): { readonly skipped: readonly string[]; readonly allExhausted: boolean } | undefined {
  const firstFree = ranked.findIndex(({ model }) => hasFreeSlot(model));
  if (firstFree === 0 || ranked.length === 0) return undefined;
  const skipped = ranked.slice(0, Math.max(0, firstFree)).map(({ model }) => model);
  return { skipped, allExhausted: firstFree < 0 };
}

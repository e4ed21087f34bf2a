import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { CheckedRequest, GraphQLRequest } from '../../policy/check-document.js';
import { boundedResult } from '../answers/answer-size.js';
import { formatResult } from '../answers/format-result.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import type { Clock } from '../../ports/clock.js';
import type { HttpLimits } from '../http-limits.js';
import type { HttpContext } from '../requests/exchange.js';
import { inTime } from '../requests/in-time.js';
import { ResultText } from './result-text.js';

/** How the events of one subscription become results. */
export interface ResultPlan {
  readonly request: CheckedRequest;
  readonly context: HttpContext;
  /** Equal for subscriptions of one document, variables, tenant, scopes and limits, and for no others. */
  readonly group: string;
}

export interface FanoutOptions {
  readonly operations: PreparedOperations;
  readonly clock: Clock;
  readonly limits: Pick<HttpLimits, 'queryTimeoutMs'>;
}

/** What one execution gave, and for whom it holds. */
interface Rendered {
  /** Or a result with errors, which each subscription tells under a request id of its own. */
  readonly shown: ResultText | ExecutionResult;
  /** The one credential that it may be shown to; undefined when it may go to the whole group. */
  readonly onlyFor: string | undefined;
}

export function resultPlan(
  asked: GraphQLRequest,
  request: CheckedRequest,
  context: HttpContext,
): ResultPlan {
  const { tenantId, scopes, limits = {} } = context.viewer;
  const { query } = request;
  const { operationName, variables } = asked;
  const key = [query, operationName, variables, tenantId, [...scopes].sort(), limits];
  const group = createHash('sha256').update(JSON.stringify(key)).digest('base64');
  return { request, context, group };
}

/**
 * Renders each event once for all subscriptions that would get the same text. It remembers by the
 * event itself, so that only those are shared that one hub handed to all, and nothing outlives them.
 */
export class Fanout {
  readonly #options: FanoutOptions;
  readonly #byEvent = new WeakMap<object, Map<string, Promise<Rendered>>>();

  constructor(options: FanoutOptions) {
    this.#options = options;
  }

  /** The result for this subscription. Throws DEADLINE_EXCEEDED. */
  async render(plan: ResultPlan, event: unknown): Promise<ResultText> {
    const { context, group } = plan;
    const known = this.#knownOf(event);
    let rendered = await this.#once(known, group, plan, event);
    if (rendered.onlyFor !== undefined) {
      const own = personOf(context.viewer);
      if (rendered.onlyFor !== own) {
        rendered = await this.#once(known, `${group} ${own}`, plan, event);
      }
    }
    const { shown } = rendered;
    return shown instanceof ResultText ? shown : ResultText.of(formatResult(shown, context));
  }

  #knownOf(event: unknown): Map<string, Promise<Rendered>> {
    if (typeof event !== 'object' || event === null) return new Map();
    const known = this.#byEvent.get(event) ?? new Map<string, Promise<Rendered>>();
    this.#byEvent.set(event, known);
    return known;
  }

  #once(
    known: Map<string, Promise<Rendered>>,
    key: string,
    plan: ResultPlan,
    event: unknown,
  ): Promise<Rendered> {
    let rendering = known.get(key);
    if (rendering === undefined) {
      const { clock, limits } = this.#options;
      const timeoutMs = limits.queryTimeoutMs;
      rendering = inTime(this.#execute(plan, event), { clock, timeoutMs });
      known.set(key, rendering);
    }
    return rendering;
  }

  async #execute({ request, context }: ResultPlan, event: unknown): Promise<Rendered> {
    const { viewer, isPersonal } = observed(context.viewer);
    const executed = await this.#options.operations.execute(request, {
      rootValue: event,
      contextValue: { ...context, viewer },
    });
    const result = boundedResult(executed);
    return {
      shown: result.errors === undefined ? ResultText.of(result) : result,
      onlyFor: isPersonal() ? personOf(context.viewer) : undefined,
    };
  }
}

/** Several credentials may have one subject: a key, and the tokens issued for it. */
function personOf({ subject, credential: { kind, id } }: Viewer): string {
  return JSON.stringify([subject, kind, id]);
}

/** The viewer, and whether anything was looked at that the group does not have in common. */
function observed(viewer: Viewer): { readonly viewer: Viewer; readonly isPersonal: () => boolean } {
  let wasLookedAt = false;
  return {
    isPersonal: () => wasLookedAt,
    viewer: {
      tenantId: viewer.tenantId,
      scopes: viewer.scopes,
      ...(viewer.limits !== undefined && { limits: viewer.limits }),
      get subject() {
        wasLookedAt = true;
        return viewer.subject;
      },
      get expiresAt() {
        wasLookedAt = true;
        return viewer.expiresAt;
      },
      get credential() {
        wasLookedAt = true;
        return viewer.credential;
      },
      get keyId() {
        wasLookedAt = true;
        return viewer.keyId;
      },
    },
  };
}

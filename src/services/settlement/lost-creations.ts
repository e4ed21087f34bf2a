import type { JsonObject } from '../../domain/input/json.js';
import type { KindRow } from '../../domain/resource/kind-row.js';
import {
  kindsWhere,
  rowOf,
  type CreatableKind,
  type ListableKind,
} from '../../domain/resource/kinds.js';
import type { RunwayTaskKind } from '../../domain/task/task.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import { tracedLog } from '../../ports/telemetry/traced-log.js';
import type { ResourceStore } from '../../ports/resources/resource-store.js';
import type { RunwayResources } from '../../ports/resources/runway-resources.js';
import type { LostTask, SettlementStore } from '../../ports/settlement/settlement-store.js';

/** Kinds that Runway lists, so that the gateway can look for a lost creation. */
const FINDABLE = kindsWhere(({ lost }) => lost !== undefined) as readonly Findable[];

type Findable = CreatableKind & ListableKind;

/** After that time an operator must find it: nothing new will appear in the lists. */
const SEARCHED_MS = 3_600_000;

/**
 * Whether the gateway still looks for an UNCONFIRMED task's request. Until it stops, another
 * request may be its twin.
 */
export function isLookedFor(
  {
    runwayTaskKind,
    sentAt,
  }: { readonly runwayTaskKind: RunwayTaskKind; readonly sentAt: Date | null },
  now: Date,
): boolean {
  if (sentAt === null || !FINDABLE.some((kind) => kind === runwayTaskKind)) return false;
  return now.getTime() - sentAt.getTime() <= SEARCHED_MS;
}

/** Runway's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 60_000;

/** Tasks of one read of the store, and Runway's resources that are compared with each. */
const LOST_PAGE = 50;
const LISTED_MAX = 100;

export interface LostCreationsOptions {
  readonly store: SettlementStore;
  readonly resources: ResourceStore;
  readonly runway: RunwayResources;
  readonly clock: Clock;
  readonly log: Logger;
  /** Deadline of one POST: Runway has made its resource by then. */
  readonly submitTimeoutMs: number;
  /** Called when a read has become due. */
  readonly onWork?: (kind: 'poll') => void;
}

/**
 * Finds the resources of UNCONFIRMED creations in Runway's lists: the only resource that has no
 * owner, was made when the request was sent, and has all texts of the request. An operator decides
 * less certain cases, because a wrong guess would give a tenant another tenant's resource.
 */
export class LostCreations {
  readonly #options: LostCreationsOptions;

  constructor(options: LostCreationsOptions) {
    this.#options = options;
  }

  /**
   * Returns the number of found resources. Searches that cannot run now are left to the next call.
   */
  async find(signal?: AbortSignal): Promise<number> {
    const { store, clock, log } = this.#options;
    const sentFrom = new Date(clock.now().getTime() - SEARCHED_MS);
    let after: { readonly sentAt: Date; readonly id: string } | null = null;
    let found = 0;
    for (;;) {
      const page: readonly LostTask[] = await store.listLost(FINDABLE, {
        sentFrom,
        first: LOST_PAGE,
        after,
      });
      for (const lost of page) {
        const { id } = lost.task;
        if (signal?.aborted === true) return found;
        try {
          if (await this.#findOne(lost)) found += 1;
        } catch (error) {
          const traced = tracedLog(log, lost.task.traceparent);
          traced.warn({ taskId: id, error }, 'what an unconfirmed request made was not looked for');
        }
        after = { sentAt: lost.sentAt, id };
      }
      if (page.length < LOST_PAGE) return found;
    }
  }

  async #findOne(lost: LostTask): Promise<boolean> {
    const { store, clock, log, onWork } = this.#options;
    const { task } = lost;
    const kind = FINDABLE.find((findable) => findable === task.runwayTaskKind);
    if (kind === undefined) return false;
    // Two requests with the same name cannot be distinguished, even if two tenants sent them.
    if (await store.hasTwin(task.id)) return false;
    const candidates = await this.#candidates(kind, lost);
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) return false;
    const settlement = await store.confirmFound(task.id, only, clock.now());
    if (typeof settlement === 'string') return false;
    const traced = tracedLog(log, task.traceparent);
    traced.info({ taskId: task.id, runwayId: only }, 'what an unconfirmed request made was found');
    onWork?.('poll');
    return true;
  }

  async #candidates(kind: Findable, { task, sentAt, body }: LostTask): Promise<readonly string[]> {
    const { runway, resources, submitTimeoutMs } = this.#options;
    const from = sentAt.getTime() - CLOCK_SKEW_MS;
    const until = sentAt.getTime() + submitTimeoutMs + CLOCK_SKEW_MS;
    const page = { limit: LISTED_MAX, cursor: null };
    const { items } = await runway.list(task.runwayAccount, kind, page);
    const { lost: match } = rowOf(kind);
    if (match === undefined) return [];
    const inTime = items.filter((item) => {
      const at = Date.parse(item.createdAt ?? '');
      return at >= from && at <= until && item[match.listedAs] === body[match.listedAs];
    });
    const ids = inTime.map(({ id }) => id);
    const owned = new Set((await resources.findAny(kind, ids)).map(({ runwayId }) => runwayId));
    const same: string[] = [];
    for (const id of ids.filter((one) => !owned.has(one))) {
      const thing = await runway.retrieve(task.runwayAccount, kind, id);
      if (thing !== undefined && saysTheSame(match, thing, body)) same.push(id);
    }
    return same;
  }
}

/** Whether each of its texts equals the request's text, or is empty if the request had none. */
function saysTheSame(
  { texts, defaults = {} }: NonNullable<KindRow['lost']>,
  thing: object,
  body: JsonObject,
): boolean {
  const said = new Map<string, unknown>(Object.entries(thing));
  return texts.every((name: string) => {
    const sent = body[name in body ? name : (defaults[name] ?? name)] ?? '';
    return (said.get(name) ?? '') === sent;
  });
}

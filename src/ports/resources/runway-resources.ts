import type { JsonObject } from '../../domain/input/json.js';
import type { RunwayRefusal } from '../../domain/runway-answer.js';
import type {
  ChangeableKind,
  DeletableKind,
  ListableKind,
  ReadableKind,
  ResourceByKind,
} from '../../domain/resource/kinds.js';
import type { ResourceSummary } from '../../domain/resource/resource-summary.js';
import type { RouterRequest } from '../../domain/resource/router.js';

/** A page of something that Runway lists. */
export interface RunwayPage<T> {
  readonly items: readonly T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export interface PageRequest {
  /** 1–100. */
  readonly limit: number;
  readonly cursor: string | null;
}

export type ChangeOutcome<T> =
  | { readonly kind: 'changed'; readonly resource: T }
  | { readonly kind: 'missing' }
  /** 400. */
  | { readonly kind: 'refused'; readonly refusal: RunwayRefusal }
  /** 409: not while it is processed. */
  | { readonly kind: 'conflict' };

/**
 * What Runway keeps for the whole account, read and changed as it is: whose it is, is not known
 * here. Every method throws RUNWAY_UNAVAILABLE, RUNWAY_UNAUTHORIZED and RUNWAY_RATE_LIMITED; an
 * answer that does not check is RUNWAY_UNAVAILABLE. Those that list or delete also throw
 * RUNWAY_REFUSED: Runway takes only cursors that it gave for the same list.
 */
export interface RunwayResources {
  /**
   * Undefined when Runway knows no such thing. Throws DEADLINE_EXCEEDED when `ended` aborts: the call
   * is cut off, or never made.
   */
  retrieve<K extends ReadableKind>(
    account: string,
    kind: K,
    id: string,
    ended?: AbortSignal,
  ): Promise<ResourceByKind[K] | undefined>;
  /** Newest first. The filter is for kinds that have a parent: of one parent, in a time. */
  list(
    account: string,
    kind: ListableKind,
    page: PageRequest,
    filter?: {
      readonly parentId?: string;
      readonly createdFrom?: Date;
      readonly createdBefore?: Date;
    },
  ): Promise<RunwayPage<ResourceSummary>>;
  /**
   * PATCH: repeating it does no harm. What Runway does not answer with (a document) is read
   * afterwards.
   */
  change<K extends ChangeableKind>(
    account: string,
    kind: K,
    id: string,
    body: JsonObject,
  ): Promise<ChangeOutcome<ResourceByKind[K]>>;
  /** A missing one counts as deleted. */
  delete(account: string, kind: DeletableKind, id: string): Promise<void>;
  /** Undefined when Runway knows no such router. */
  routerRequests(
    account: string,
    routerId: string,
    page: PageRequest,
  ): Promise<RunwayPage<RouterRequest> | undefined>;
}

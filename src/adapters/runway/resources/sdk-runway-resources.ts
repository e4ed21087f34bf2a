import type { JsonObject } from '../../../domain/input/json.js';
import {
  rowOf,
  type ChangeableKind,
  type DeletableKind,
  type ListableKind,
  type ReadableKind,
  type ResourceByKind,
  type ResourceKind,
} from '../../../domain/resource/kinds.js';
import type { ResourceSummary } from '../../../domain/resource/resource-summary.js';
import type { RouterRequest } from '../../../domain/resource/router.js';
import { isUuid } from '../../../domain/uuid.js';
import { GatewayError } from '../../../errors.js';
import type { SdkMethod } from '../../../generated/facts/sdk-methods.js';
import { typeOfKind } from '../../../operations/answer-types.js';
import type {
  ChangeOutcome,
  PageRequest,
  RunwayPage,
  RunwayResources,
} from '../../../ports/resources/runway-resources.js';
import * as z from 'zod';
import type { RunwayClient } from '../client/runway-client.js';
import { isPathId } from '../client/path-id.js';
import { pageOf, queryOf } from '../client/runway-page.js';
import type { SdkCall } from '../client/sdk-call.js';
import type { Exchange } from '../client/transport.js';
import { withAdded } from '../outcomes/added-values.js';
import {
  id,
  orNull,
  text,
  time,
  unreadable,
  urlShape,
  type Shape,
} from '../outcomes/answer-shapes.js';
import { isMissing } from '../outcomes/missing.js';
import { parseRefusal } from '../outcomes/parse-refusal.js';
import { answersByKind } from './answers-by-kind.js';
import { ownAvatarId } from './avatar-conversation-answer.js';
import { routerRequest } from './router-answer.js';

/** 8 MB: a page of 100 avatars, each with a personality of 10 000 characters and signed URLs. */
const RESPONSE_BYTES_MAX = 8_388_608;

type Shapes = { readonly [K in ReadableKind]: Shape<ResourceByKind[K]> };

/** What the account keeps, through Runway's SDK: one request a call, and every answer checked. */
export class SdkRunwayResources implements RunwayResources {
  readonly #client: RunwayClient;
  readonly #shapes: Shapes;

  constructor(client: RunwayClient) {
    this.#client = client;
    const url = urlShape(client.mayBePlain);
    const shapes = Object.entries(answersByKind).map(([kind, { shape }]) => [
      kind,
      withAdded<object>(shape(url), typeOfKind(kind as ResourceKind), client.addedFields),
    ]);
    this.#shapes = Object.fromEntries(shapes) as Shapes;
  }

  async retrieve<K extends ReadableKind>(
    account: string,
    kind: K,
    id: string,
    ended?: AbortSignal,
  ): Promise<ResourceByKind[K] | undefined> {
    if (!isPathId(id)) return undefined;
    const exchange = await this.#read(
      account,
      { method: methodOf(kind, 'retrieve'), pathIds: [id] },
      ended,
    );
    // 400 for what is no UUID: nothing can have it as its id.
    const isNoId = statusOf(exchange) === 400 && !isUuid(id);
    return isNoId || isMissing(exchange) ? undefined : this.#resourceIn(exchange, kind, id);
  }

  async list(
    account: string,
    kind: ListableKind,
    page: PageRequest,
    filter: Parameters<RunwayResources['list']>[3] = {},
  ): Promise<RunwayPage<ResourceSummary>> {
    const { wholeList } = answersByKind[kind];
    const call = { method: methodOf(kind, 'list'), pathIds: [] };
    if (wholeList !== undefined) return await this.#pageOfWhole(account, call, wholeList, page);
    const { newestFirst, parent } = rowOf(kind);
    const { parentId, createdFrom, createdBefore } = filter;
    const query = {
      ...queryOf(page),
      ...newestFirst,
      ...(parent !== undefined && parentId !== undefined && { [parent.kind]: parentId }),
      ...(createdFrom !== undefined && { startDate: createdFrom.toISOString() }),
      ...(createdBefore !== undefined && { endDate: createdBefore.toISOString() }),
    };
    const exchange = await this.#read(account, { ...call, body: query });
    return this.#client.answerIn(exchange, pageOf(summary), `${kind} list`);
  }

  async change<K extends ChangeableKind>(
    account: string,
    kind: K,
    id: string,
    body: JsonObject,
  ): Promise<ChangeOutcome<ResourceByKind[K]>> {
    if (!isPathId(id)) return { kind: 'missing' };
    const { changeFetchesMedia = false, changeHasNoAnswer = false } = rowOf(kind);
    const call = { method: methodOf(kind, 'update'), pathIds: [id], body };
    const exchange = await this.#client.send(account, call, { fetchesMedia: changeFetchesMedia });
    if (exchange.kind === 'answered') {
      const { status, json } = exchange;
      if (isMissing(exchange)) return { kind: 'missing' };
      if (status === 409) return { kind: 'conflict' };
      if (status === 400) return { kind: 'refused', refusal: parseRefusal(status, json) };
    }
    if (!changeHasNoAnswer) {
      return { kind: 'changed', resource: this.#resourceIn(exchange, kind, id) };
    }
    this.#client.orThrow(exchange);
    const resource = await this.retrieve(account, kind, id);
    return resource === undefined ? { kind: 'missing' } : { kind: 'changed', resource };
  }

  async delete(account: string, kind: DeletableKind, id: string): Promise<void> {
    if (!isPathId(id)) return;
    const call = { method: methodOf(kind, 'delete'), pathIds: [id] };
    const exchange = await this.#client.send(account, call);
    if (!isMissing(exchange)) this.#client.orThrow(exchange);
  }

  async routerRequests(
    account: string,
    routerId: string,
    page: PageRequest,
  ): Promise<RunwayPage<RouterRequest> | undefined> {
    if (!isPathId(routerId)) return undefined;
    const method = 'routers.listRequests';
    const call = { method, pathIds: [routerId], body: queryOf(page) } as const;
    const exchange = await this.#read(account, call);
    if (isMissing(exchange)) return undefined;
    const entry = withAdded(routerRequest, 'RouterRequest', this.#client.addedFields);
    return this.#client.answerIn(exchange, pageOf(entry), 'router requests');
  }

  /** Runway gives all of them at once; our cursor is a place in that list. */
  async #pageOfWhole(
    account: string,
    call: SdkCall,
    wholeList: Shape<readonly ResourceSummary[]>,
    page: PageRequest,
  ): Promise<RunwayPage<ResourceSummary>> {
    const start = placeOf(page.cursor);
    const exchange = await this.#read(account, call);
    const whole = this.#client.answerIn(exchange, wholeList, call.method);
    const end = start + page.limit;
    return {
      items: whole.slice(start, end),
      nextCursor: end < whole.length ? String(end) : null,
    };
  }

  async #read(account: string, call: SdkCall, ended?: AbortSignal): Promise<Exchange> {
    return await this.#client.read(account, call, RESPONSE_BYTES_MAX, ended);
  }

  #resourceIn<K extends ReadableKind>(exchange: Exchange, kind: K, id: string): ResourceByKind[K] {
    const resource = this.#client.answerIn<ResourceByKind[K]>(exchange, this.#shapes[kind], kind);
    // Ids are UUIDs: a client may write them in capitals.
    if (resource.id.toLowerCase() !== id.toLowerCase()) throw unreadable(`${kind}.id`);
    return resource;
  }
}

/** Null when no status came back. */
function statusOf(exchange: Exchange): number | null {
  return exchange.kind === 'answered' ? exchange.status : null;
}

/** Throws RUNWAY_REFUSED for a cursor that is none of ours, as Runway does for its own lists. */
function placeOf(cursor: string | null): number {
  if (cursor === null) return 0;
  if (!/^\d{1,6}$/.test(cursor)) {
    throw new GatewayError('RUNWAY_REFUSED', { detail: 'a cursor of another list' });
  }
  return Number(cursor);
}

/** Every row with such a method names one: the completeness test holds them to the SDK. */
function methodOf(kind: ReadableKind, doing: 'retrieve' | 'list' | 'update' | 'delete'): SdkMethod {
  const method = rowOf(kind).sdk[doing];
  if (method === undefined) throw new TypeError(`Runway has no ${doing} for a ${kind}.`);
  return method as SdkMethod;
}

const summary: Shape<ResourceSummary> = z
  .object({
    id,
    name: orNull(text),
    slug: orNull(text),
    avatar: orNull(ownAvatarId),
    createdAt: orNull(time),
  })
  .transform(({ avatar, ...given }) => ({ ...given, avatarId: avatar }));

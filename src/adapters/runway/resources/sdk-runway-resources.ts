import type { JsonObject } from '../../../domain/input/json.js';
import type {
  ChangeableKind,
  DeletableKind,
  ListableKind,
  ReadableKind,
  ResourceByKind,
  ResourceSummary,
  RouterRequest,
} from '../../../domain/resource/resources.js';
import { isUuid } from '../../../domain/uuid.js';
import { GatewayError } from '../../../errors.js';
import type { SdkMethod } from '../../../generated/facts/sdk-methods.js';
import type {
  ChangeOutcome,
  PageRequest,
  RunwayPage,
  RunwayResources,
} from '../../../ports/resources/runway-resources.js';
import { unreadable, type AnswerObject } from '../outcomes/answer-object.js';
import { isMissing } from '../outcomes/missing.js';
import { readAvatar } from './read-avatar.js';
import { ownAvatarIdOf, readAvatarConversation } from './read-avatar-conversation.js';
import { readDocument } from './read-document.js';
import { readRealtimeSession } from './read-realtime-session.js';
import { readRouter, readRouterRequest } from './read-router.js';
import { readVoice } from './read-voice.js';
import { readWorkflow, readWorkflowVersions } from './read-workflow.js';
import { parseRefusal } from '../outcomes/parse-refusal.js';
import { isPathId, type RunwayClient } from '../client/runway-client.js';
import { pageIn, queryOf } from '../client/runway-page.js';
import type { SdkCall } from '../client/sdk-call.js';
import type { Exchange } from '../client/transport.js';

/** 8 MB: a page of 100 avatars, each with a personality of 10 000 characters and signed URLs. */
const RESPONSE_BYTES_MAX = 8_388_608;

const RETRIEVE = {
  avatar: 'avatars.retrieve',
  avatarConversation: 'avatarConversations.retrieve',
  document: 'documents.retrieve',
  realtimeSession: 'realtimeSessions.retrieve',
  router: 'routers.retrieve',
  voice: 'voices.retrieve',
  workflow: 'workflows.retrieve',
} as const satisfies Readonly<Record<ReadableKind, SdkMethod>>;

/** Of what Runway pages. */
const LIST = {
  avatar: 'avatars.list',
  avatarConversation: 'avatarConversations.list',
  document: 'documents.list',
  router: 'routers.list',
  voice: 'voices.list',
} as const satisfies Readonly<Record<Exclude<ListableKind, 'workflow'>, SdkMethod>>;

const UPDATE = {
  avatar: 'avatars.update',
  document: 'documents.update',
  router: 'routers.update',
  voice: 'voices.update',
} as const satisfies Readonly<Record<ChangeableKind, SdkMethod>>;

const DELETE = {
  avatar: 'avatars.delete',
  avatarConversation: 'avatarConversations.delete',
  document: 'documents.delete',
  realtimeSession: 'realtimeSessions.delete',
  router: 'routers.delete',
  voice: 'voices.delete',
} as const satisfies Readonly<Record<DeletableKind, SdkMethod>>;

const READERS: { readonly [K in ReadableKind]: (answer: AnswerObject) => ResourceByKind[K] } = {
  avatar: readAvatar,
  avatarConversation: readAvatarConversation,
  document: readDocument,
  realtimeSession: readRealtimeSession,
  router: readRouter,
  voice: readVoice,
  workflow: readWorkflow,
};

/** What the account keeps, through Runway's SDK: one request a call, and every answer checked. */
export class SdkRunwayResources implements RunwayResources {
  readonly #client: RunwayClient;

  constructor(client: RunwayClient) {
    this.#client = client;
  }

  async retrieve<K extends ReadableKind>(
    account: string,
    kind: K,
    id: string,
    ended?: AbortSignal,
  ): Promise<ResourceByKind[K] | undefined> {
    if (!isPathId(id)) return undefined;
    const exchange = await this.#read(account, { method: RETRIEVE[kind], pathIds: [id] }, ended);
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
    if (kind === 'workflow') return await this.#workflows(account, page);
    const { avatarId, createdFrom, createdBefore } = filter;
    const query = {
      ...queryOf(page),
      ...(kind === 'document' && { sort: 'createdAt', order: 'desc' }),
      ...(avatarId !== undefined && { avatar: avatarId }),
      ...(createdFrom !== undefined && { startDate: createdFrom.toISOString() }),
      ...(createdBefore !== undefined && { endDate: createdBefore.toISOString() }),
    };
    const exchange = await this.#read(account, { method: LIST[kind], pathIds: [], body: query });
    return pageIn(this.#client.objectIn(exchange, `${kind} list`), readSummary);
  }

  async change<K extends ChangeableKind>(
    account: string,
    kind: K,
    id: string,
    body: JsonObject,
  ): Promise<ChangeOutcome<ResourceByKind[K]>> {
    if (!isPathId(id)) return { kind: 'missing' };
    const call = { method: UPDATE[kind], pathIds: [id], body };
    const exchange = await this.#client.send(account, call, { fetchesMedia: kind === 'avatar' });
    if (exchange.kind === 'answered') {
      const { status, json } = exchange;
      if (isMissing(exchange)) return { kind: 'missing' };
      if (status === 409) return { kind: 'conflict' };
      if (status === 400) return { kind: 'refused', refusal: parseRefusal(status, json) };
    }
    if (kind !== 'document') {
      return { kind: 'changed', resource: this.#resourceIn(exchange, kind, id) };
    }
    this.#client.orThrow(exchange);
    const resource = await this.retrieve(account, kind, id);
    return resource === undefined ? { kind: 'missing' } : { kind: 'changed', resource };
  }

  async delete(account: string, kind: DeletableKind, id: string): Promise<void> {
    if (!isPathId(id)) return;
    const exchange = await this.#client.send(account, { method: DELETE[kind], pathIds: [id] });
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
    return pageIn(this.#client.objectIn(exchange, 'router requests'), readRouterRequest);
  }

  /** Runway gives all of them at once; our cursor is a place in that list. */
  async #workflows(account: string, page: PageRequest): Promise<RunwayPage<ResourceSummary>> {
    const start = placeOf(page.cursor);
    const exchange = await this.#read(account, { method: 'workflows.list', pathIds: [] });
    const versions = readWorkflowVersions(this.#client.objectIn(exchange, 'workflow list'));
    const end = start + page.limit;
    return {
      items: versions.slice(start, end),
      nextCursor: end < versions.length ? String(end) : null,
    };
  }

  async #read(account: string, call: SdkCall, ended?: AbortSignal): Promise<Exchange> {
    return await this.#client.read(account, call, RESPONSE_BYTES_MAX, ended);
  }

  #resourceIn<K extends ReadableKind>(exchange: Exchange, kind: K, id: string): ResourceByKind[K] {
    const resource = READERS[kind](this.#client.objectIn(exchange, kind));
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

function readSummary(item: AnswerObject): ResourceSummary {
  return {
    id: item.id(),
    name: item.textOrNull('name'),
    slug: item.textOrNull('slug'),
    avatarId: item.has('avatar') ? ownAvatarIdOf(item.object('avatar')) : null,
    createdAt: item.timeOrNull('createdAt'),
  };
}

import { type ResourceKind, rowOf, RESOURCE_KINDS } from '../../domain/resource/kinds.js';
import type { JsonObject, JsonValue } from '../../domain/input/json.js';
import type { RunwayTaskKind } from '../../domain/task/task.js';
import type { MediaKinds } from '../../domain/input/media-kinds.js';
import { GatewayError } from '../../errors.js';
import { findOperation } from '../../operations/operations.js';
import type { RunwayRequest } from '../../ports/upstream/runway-api.js';
import type { Creation } from '../../ports/submission/new-task.js';
import { SLUG_PREFIX_LENGTH, type Ownership } from '../resources/ownership.js';

/** Characters of a slug at Runway. Source: Runway's OpenAPI document, POST /v1/routers. */
const SLUG_LENGTH_MAX = 64;

/** A checked request whose ownership is not checked yet. */
interface CheckedRequest {
  readonly operation: string;
  readonly runwayTaskKind: RunwayTaskKind;
  /** The original GraphQL input. */
  readonly input: JsonValue;
  readonly request: RunwayRequest;
  /** What its media fields take. */
  readonly mediaKinds?: MediaKinds | undefined;
  /** Its resources must exist in this account. */
  readonly runwayAccount: string;
}

/** The request for Runway, and the resources that will be the tenant's after Runway's answer. */
export interface TenantRequest {
  readonly request: RunwayRequest;
  readonly creates: Creation | null;
}

/**
 * Makes a request of the tenant: checks that the tenant may use all its resources, and writes
 * routers by Runway's names. Throws BAD_USER_INPUT, before anything is written or sent.
 */
export async function tenantRequest(
  ownership: Ownership,
  tenantId: string,
  checked: CheckedRequest,
): Promise<TenantRequest> {
  const { input, request, runwayAccount } = checked;
  await ownership.checkInput(tenantId, checked, runwayAccount);
  const kind = RESOURCE_KINDS.find((one) => one === checked.runwayTaskKind);
  if (kind !== undefined && rowOf(kind).slug !== undefined) {
    return await newSlugged(ownership, tenantId, kind, request, slugIn(input));
  }
  const creates = kind === undefined ? null : creationOf(kind, request.body);
  const configId = await runwaySlugIn(ownership, tenantId, checked);
  return configId === undefined
    ? { request, creates }
    : { request: withMember(request, { configId }), creates };
}

/**
 * Whether all resources of an accepted request are still the tenant's and the same. An operator may
 * have given them to another tenant while the request waited.
 */
export async function isStillTenants(
  ownership: Ownership,
  tenantId: string,
  checked: Omit<CheckedRequest, 'runwayTaskKind'>,
): Promise<boolean> {
  try {
    await ownership.checkResources(tenantId, checked, checked.runwayAccount);
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'BAD_USER_INPUT') return false;
    throw error;
  }
  const configId = await runwaySlugIn(ownership, tenantId, checked);
  return configId === undefined || configId === checked.request.body['configId'];
}

/** The router that a request names, as Runway knows it; undefined when it names none. */
async function runwaySlugIn(
  ownership: Ownership,
  tenantId: string,
  { operation, input, runwayAccount }: Omit<CheckedRequest, 'runwayTaskKind' | 'request'>,
): Promise<string | undefined> {
  const named = findOperation(operation)?.strings['configId'];
  if (typeof named !== 'object') return undefined;
  const slug = memberOf(input, 'configId');
  return slug === null
    ? undefined
    : await ownership.findRunwaySlug(tenantId, named.reference, slug, runwayAccount);
}

async function newSlugged(
  ownership: Ownership,
  tenantId: string,
  kind: ResourceKind,
  request: RunwayRequest,
  alias: string,
): Promise<TenantRequest> {
  const lengthMax = ownership.isSoleTenant ? SLUG_LENGTH_MAX : SLUG_LENGTH_MAX - SLUG_PREFIX_LENGTH;
  if (alias.length > lengthMax) {
    const message = `Must have at most ${String(lengthMax)} characters.`;
    throw slugRefused('maxLength', message);
  }
  if (!ownership.isSoleTenant && (await ownership.hasSlug(tenantId, kind, alias))) {
    throw slugRefused('unique', `You have a ${kind} of this slug.`);
  }
  const runwaySlug = ownership.newRunwaySlug(tenantId, alias);
  return {
    request: withMember(request, { slug: runwaySlug }),
    creates: { kind, alias, runwaySlug, avatarId: null },
  };
}

function creationOf(kind: ResourceKind, body: JsonObject): Creation {
  const avatarId = rowOf(kind).becomes?.parentIn(body) ?? null;
  return { kind, alias: null, runwaySlug: null, avatarId };
}

function slugIn(input: JsonValue): string {
  const slug = memberOf(input, 'slug');
  if (slug === null) throw new GatewayError('INTERNAL', { detail: 'a resource without its slug' });
  return slug;
}

function memberOf(input: JsonValue, name: string): string | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const value = (input as JsonObject)[name];
  return typeof value === 'string' ? value : null;
}

function withMember(request: RunwayRequest, member: JsonObject): RunwayRequest {
  return { ...request, body: { ...request.body, ...member } };
}

function slugRefused(rule: string, message: string): GatewayError {
  return new GatewayError('BAD_USER_INPUT', { issues: [{ path: 'input.slug', rule, message }] });
}

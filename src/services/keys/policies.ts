import {
  forbiddingMember,
  isRestricting,
  NO_POLICY,
  type AccessPolicy,
  type PolicedRequest,
  type PolicyMember,
} from '../../domain/tenant/access-policy.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError, type InputIssue } from '../../errors.js';
import { creationOperations } from '../../operations/creation-operations.js';
import { generationOperations } from '../../operations/generation-operations.js';
import { MODELS } from '../../generated/facts/models.js';
import type { PolicyStore } from '../../ports/keys/policy-store.js';

/** Root fields that policies limit. */
export const POLICED_OPERATIONS: readonly string[] = [
  ...Object.keys(generationOperations),
  ...Object.keys(creationOperations),
];

/** A policy and its owner. */
interface HeldPolicy {
  readonly holder: 'tenant' | 'key';
  readonly policy: AccessPolicy;
}

/** The policies of a viewer's tenant and key. A request needs the permission of both. */
export type HeldPolicies = readonly HeldPolicy[];

/** Checks requests against the policies of tenants and keys. */
export class Policies {
  readonly #store: PolicyStore;

  constructor(store: PolicyStore) {
    this.#store = store;
  }

  /** The policies that were read with the viewer's credential, or else the present ones. */
  async of(viewer: Viewer): Promise<HeldPolicies> {
    const { tenant, key } =
      viewer.policies ?? (await this.#store.findPolicies(viewer.tenantId, viewer.keyId));
    return [held('tenant', tenant), held('key', key)].flat();
  }
}

function held(holder: HeldPolicy['holder'], policy: AccessPolicy | null): HeldPolicies {
  return policy === null || !isRestricting(policy) ? [] : [{ holder, policy }];
}

/** Throws POLICY_REFUSED with the first rule that forbids the request. */
export function mustBePermitted(
  policies: HeldPolicies,
  request: Pick<PolicedRequest, 'operation' | 'model'>,
  credits: number,
): void {
  for (const { holder, policy } of policies) {
    const member = forbiddingMember(policy, policed(request), credits);
    if (member !== undefined) {
      throw new GatewayError('POLICY_REFUSED', { issues: [issueOf(holder, policy, member)] });
    }
  }
}

/** Whether requests for the model are permitted, if they do not cost too much. */
export function isPermitted(
  policies: HeldPolicies,
  request: Pick<PolicedRequest, 'operation' | 'model'>,
): boolean {
  return policies.every(({ policy }) => forbiddingMember(policy, policed(request)) === undefined);
}

/** One policy that permits what all of them permit. */
export function effectivePolicy(policies: HeldPolicies): AccessPolicy {
  if (policies.length === 0) return NO_POLICY;
  const all = policies.map(({ policy }) => policy);
  const lists = all.flatMap(({ models }) => (models === null ? [] : [models]));
  const bounds = all.flatMap(({ creditsPerRequestMax }) => creditsPerRequestMax ?? []);
  const isOpen = all.every(({ operations, models }) => operations === null && models === null);
  return {
    operations: isOpen ? null : POLICED_OPERATIONS.filter((field) => isOfferedBy(all, field)),
    models: lists.length === 0 ? null : inAll(lists),
    creditsPerRequestMax: bounds.length === 0 ? null : Math.min(...bounds),
  };
}

/** Whether each of the policies permits some request of the operation. */
function isOfferedBy(policies: readonly AccessPolicy[], operation: string): boolean {
  return policies.every(({ operations, models }) => {
    const isNamed = operations?.includes(operation) === true;
    if (operations !== null) return isNamed;
    return models === null || !isModelChosenElsewhere(operation);
  });
}

function inAll(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((model) => others.every((list) => list.includes(model)));
}

function policed(request: Pick<PolicedRequest, 'operation' | 'model'>): PolicedRequest {
  const { operation } = request;
  return { ...request, isModelChosenElsewhere: isModelChosenElsewhere(operation) };
}

/** Operations whose model Runway, a router or a workflow chooses. */
const CHOOSING: ReadonlySet<string> = new Set(
  MODELS.flatMap(({ operation, model }) => (model === null ? [operation] : [])),
);

function isModelChosenElsewhere(operation: string): boolean {
  return CHOOSING.has(operation);
}

const RULES: Readonly<Record<PolicyMember, readonly [rule: string, what: string]>> = {
  operations: ['policyOperation', 'this operation'],
  models: ['policyModel', 'this model'],
  creditsPerRequestMax: ['policyCredits', 'a request that costs so much'],
};

function issueOf(
  holder: HeldPolicy['holder'],
  policy: AccessPolicy,
  member: PolicyMember,
): InputIssue {
  const [rule, what] = RULES[member];
  const message = `The policy of your ${holder} does not permit ${what}.`;
  return { path: 'input', rule, message, allowed: allowedBy(policy, member) };
}

function allowedBy(policy: AccessPolicy, member: PolicyMember): readonly string[] {
  if (member === 'creditsPerRequestMax') {
    return [`at most ${String(policy.creditsPerRequestMax)} credits`];
  }
  const names = policy[member] ?? [];
  return member === 'operations' ? names.map(nameOf) : names;
}

/** As the graph writes a root field in an enum. */
function nameOf(field: string): string {
  return field.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

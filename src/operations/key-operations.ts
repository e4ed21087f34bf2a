import { mutation, query } from './rows.js';
import type { Operation } from './operation.js';

/** API keys, their policies and their review. */
export const keyOperations = {
  apiKeys: query(
    'key:read',
    'API keys, newest first: those of your tenant, or of all tenants where you are an operator. Keys that are revoked or have ended are among them.',
  ),
  createApiKey: mutation(
    'key:write',
    'Makes an API key. The key itself is shown once, in this answer. FORBIDDEN for a scope, an end or addresses beyond your own, unless you are an operator; for a key that has a policy or a budget of its own; for a secret that has been replaced; and for a token. CONFLICT when the tenant is being deleted.',
    { strings: { 'input.name': 'text', 'input.allowedAddresses[]': 'upstreamConstant' } },
  ),
  updateApiKey: mutation(
    'key:write',
    'Changes an API key. Holds for every request from then on; open streams that the key no longer permits are closed within 5 seconds. FORBIDDEN as for `createApiKey`, and for a key that has more than you. CONFLICT when it is revoked.',
    { strings: { 'input.name': 'text', 'input.allowedAddresses[]': 'upstreamConstant' } },
  ),
  rotateApiKey: mutation(
    'key:write',
    'Gives an API key a new secret, shown once, in this answer. Both secrets work until the overlap has passed, then the present one ends; one that was replaced before ends at once. Tokens end with the secret that they were asked for with. Id, scopes, budget and policy stay. FORBIDDEN as for `updateApiKey`. CONFLICT when it is revoked.',
  ),
  setKeyPolicy: mutation(
    'key:write',
    'Sets what an API key, and the tokens issued for it, may submit to Runway, as `setTenantPolicy` does for its tenant, whose policy holds as well. FORBIDDEN and CONFLICT as for `updateApiKey`: so a key that has a policy cannot lift it.',
    { strings: { 'input.models[]': 'upstreamConstant' } },
  ),
  revokeApiKey: mutation(
    'key:write',
    'Ends an API key at once. Open streams of the key are closed within 5 seconds. FORBIDDEN for a key with scopes that you lack, unless you are an operator.',
  ),
  accessReview: query(
    'operator',
    'Who can do what: all keys that can be used, with scopes, policies and how they were used; which were not used, do not end, or have scopes that were never needed; and tenants without a budget.',
    { cost: 10 },
  ),
  revokeUnusedKeys: mutation(
    'operator',
    'Revokes the keys of all tenants that were not used for so many days, at most 100 in a call, those first that were not used for longest. A key that was never used counts from when it was made. The key that you call with is never among them.',
    { cost: 20 },
  ),
} as const satisfies Record<string, Operation>;

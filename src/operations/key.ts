import type { Operation } from './operation.js';

/** Credentials of the gateway. */
export const keyOperations = {
  apiKeys: {
    root: 'Query',
    sdk: [],
    scope: 'key:read',
    cost: 5,
    spends: false,
    strings: {},
    description:
      'API keys, newest first: those of your tenant, or of all tenants where you are an operator. Keys that are revoked or have ended are among them.',
  },
  auditEvents: {
    root: 'Query',
    sdk: [],
    scope: 'audit:read',
    cost: 10,
    spends: false,
    strings: { 'filter.subject': 'text' },
    description:
      'Security events, spending and changes, newest first: those of your tenant, or of all tenants and of the gateway itself where you are an operator. What has just happened is there within 2 seconds. NOT_FOUND for another tenant.',
  },
  createApiKey: {
    root: 'Mutation',
    sdk: [],
    scope: 'key:write',
    cost: 10,
    spends: false,
    strings: { 'input.name': 'text', 'input.allowedAddresses[]': 'upstreamConstant' },
    description:
      'Makes an API key. The key itself is shown once, in this answer. FORBIDDEN for a scope, an end or addresses beyond your own, unless you are an operator; for a key that has a policy or a budget of its own; for a secret that has been replaced; and for a token. CONFLICT when the tenant is being deleted.',
  },
  updateApiKey: {
    root: 'Mutation',
    sdk: [],
    scope: 'key:write',
    cost: 10,
    spends: false,
    strings: { 'input.name': 'text', 'input.allowedAddresses[]': 'upstreamConstant' },
    description:
      'Changes an API key. Holds for every request from then on; open streams that the key no longer permits are closed within 5 seconds. FORBIDDEN as for `createApiKey`, and for a key that has more than you. CONFLICT when it is revoked.',
  },
  rotateApiKey: {
    root: 'Mutation',
    sdk: [],
    scope: 'key:write',
    cost: 10,
    spends: false,
    strings: {},
    description:
      'Gives an API key a new secret, shown once, in this answer. Both secrets work until the overlap has passed, then the present one ends; one that was replaced before ends at once. Tokens end with the secret that they were asked for with. Id, scopes, budget and policy stay. FORBIDDEN as for `updateApiKey`. CONFLICT when it is revoked.',
  },
  setKeyPolicy: {
    root: 'Mutation',
    sdk: [],
    scope: 'key:write',
    cost: 10,
    spends: false,
    strings: { 'input.models[]': 'upstreamConstant' },
    description:
      'Sets what an API key, and the tokens issued for it, may submit to Runway, as `setTenantPolicy` does for its tenant, whose policy holds as well. FORBIDDEN and CONFLICT as for `updateApiKey`: so a key that has a policy cannot lift it.',
  },
  revokeApiKey: {
    root: 'Mutation',
    sdk: [],
    scope: 'key:write',
    cost: 10,
    spends: false,
    strings: {},
    description:
      'Ends an API key at once. Open streams of the key are closed within 5 seconds. FORBIDDEN for a key with scopes that you lack, unless you are an operator.',
  },
} as const satisfies Record<string, Operation>;

/**
 * Columns that hold text of a client in clear, because statements look for it, and the places of the
 * graph from which each may have it. No other column may hold any.
 */
export const CLEAR_COLUMNS: Readonly<Record<string, RegExp>> = {
  'api_keys.name': /^(?:create|update)ApiKey input\.name$/,
  'api_keys.policy': /^setKeyPolicy input\.models\[\]$/,
  // What a refused request named, as an id.
  'audit_events.objects': /^\w+ (?:input\.)?(?:id|key|tenant|taskIds\[\])$/,
  'idempotency_keys.key': /^\w+ idempotencyKey$/,
  'resources.alias': /^createRouter input\.slug$/,
  'resources.runway_slug': /^createRouter input\.slug$/,
  // What a lost answer is found again by: a router by its slug.
  'submissions.creates': /^createRouter input\.slug$/,
  'tasks.label': /^\w+ label$/,
  'tenants.id': /^createTenant input\.id$/,
  'tenants.name': /^createTenant input\.name$/,
  'tenants.policy': /^setTenantPolicy input\.models\[\]$/,
  'webhooks.labels': /^(?:create|update)Webhook input\.labels\[\]$/,
};

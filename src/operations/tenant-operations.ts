import { mutation, query } from './rows.js';
import type { Operation } from './operation.js';

/** Tenants and what they may do: for operators. */
export const tenantOperations = {
  tenants: query('operator', 'All tenants, by id.'),
  createTenant: mutation(
    'operator',
    'Makes a tenant. CONFLICT when the id is taken, and where the configuration allows one tenant only.',
    { strings: { 'input.name': 'text' } },
  ),
  suspendTenant: mutation(
    'operator',
    'Refuses all credentials of a tenant at once and sends nothing more for it; its open streams end within 5 seconds. Live tasks are still followed. `resumeTenant` lifts it. CONFLICT for your own tenant.',
  ),
  resumeTenant: mutation(
    'operator',
    'Lifts the suspension of a tenant, and the stop of one that had too many requests moderated; what was moderated before no longer counts. CONFLICT when it is being deleted.',
  ),
  deleteTenant: mutation(
    'operator',
    'Deletes a tenant with everything that it owns, at Runway first and then here, for ever. Goes on in the background, over restarts; until it is done `tenants` shows it as DELETING: up to an hour longer where the answer to a creation was lost, which is looked for. What is not found stays at Runway, as do uploads until they expire; the log names the tasks. What was granted to it stays at Runway. CONFLICT for your own tenant.',
    {
      sdk: [
        'tasks.delete',
        'avatars.delete',
        'avatarConversations.delete',
        'documents.delete',
        'realtimeSessions.delete',
        'routers.delete',
        'voices.delete',
      ],
    },
  ),
  setTenantLimits: mutation(
    'operator',
    'Sets how much a tenant may have under way at once, and how much it may ask a minute. Budgets: `setBudget`.',
  ),
  setTenantPolicy: mutation(
    'operator',
    'Sets what a tenant may submit to Runway: which operations, which models, and how many credits one request may cost. What is left out stays as it is, null lifts it. Holds for requests that come afterwards; a request that is not permitted is refused with POLICY_REFUSED before anything is accepted or sent. CONFLICT when the tenant is being deleted.',
    { strings: { 'input.models[]': 'upstreamConstant' } },
  ),
  setBudget: mutation(
    'operator',
    'Limits the credits of a tenant, or of one of its keys, for each UTC day or month; null lifts the limit. What was reserved and spent before counts. A request that does not fit is refused with BUDGET_EXCEEDED before anything is sent.',
  ),
} as const satisfies Record<string, Operation>;

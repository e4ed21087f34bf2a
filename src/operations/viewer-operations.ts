import { mutation, query, SPENDING_COST } from './rows.js';
import type { Operation } from './operation.js';

/** Who calls, and what can be asked for. */
export const viewerOperations = {
  viewer: query('viewer', 'Who the credential says you are.', { cost: 1, keepsToTasks: true }),
  models: query(
    'viewer',
    'The models of an operation with what they accept, so that a form can be built from data.',
    { keepsToTasks: true },
  ),
  estimate: query(
    'viewer',
    'The maximum expected cost of a request, checked as the mutation would check it; nothing is sent, kept or reserved. Needs the scope of that mutation, and costs the document as much. At most one in a document.',
    { cost: SPENDING_COST, chosenBy: 'request' },
  ),
  issueToken: mutation(
    'viewer',
    'Issues a short-lived token with at most the scopes of your API key, for a browser or a job: pass it as `Authorization: Bearer <token>` in place of the key. What it spends counts towards the key, and it ends when the key is revoked. FORBIDDEN for a scope that you lack, and for callers who come with a token themselves.',
  ),
} as const satisfies Record<string, Operation>;

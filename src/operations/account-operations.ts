import { KEPT_KINDS, resourceKinds } from '../domain/resource/kinds.js';
import { mutation, query } from './rows.js';
import type { Operation } from './operation.js';

/** Runway accounts: a tenant’s own, and the operator’s. */
export const accountOperations = {
  runwayAccount: query(
    'account:read',
    'The Runway account that new work of your tenant is done with: since when it is its own, and the credits and limits of its own account. NOT_FOUND for another tenant, unless you are an operator.',
    { sdk: ['organization.retrieve'] },
  ),
  setRunwayCredential: mutation(
    'account:write',
    'Gives your tenant a Runway account of its own, or a new secret for it. The secret is tried by a read, encrypted and never shown. New work is done with it within 5 seconds; what exists is still read with the account that made it, and cannot be named in requests of another account. A secret of the same organisation takes the place of the present one: keep both alive for a minute at Runway. RUNWAY_CREDENTIAL_REFUSED when Runway does not know it. CONFLICT when the tenant is being deleted, or live tasks show that `sameOrganization` is wrong. NOT_FOUND for another tenant, unless you are an operator.',
    {
      sdk: [
        'organization.retrieve',
        'tasks.retrieve',
        ...KEPT_KINDS.map((kind) => resourceKinds[kind].sdk.retrieve),
      ],
      cost: 20,
      strings: { 'input.secret': 'upstreamConstant' },
    },
  ),
  removeRunwayCredential: mutation(
    'account:write',
    'Does new work of your tenant with the operator’s Runway account again. What was made with the own account is still read with it, and what is queued for it still sent: the secret is kept for that, encrypted, and destroyed minutes after the last task and thing of the account are gone. NOT_FOUND for another tenant, unless you are an operator.',
  ),
  operatorCredential: query(
    'operator',
    'Whether the operator’s Runway secret is kept in the store, and since when.',
  ),
  setOperatorCredential: mutation(
    'operator',
    'Keeps the operator’s Runway secret in the store, encrypted; it is never shown. It goes before RUNWAYML_API_SECRET and RUNWAYML_API_SECRET_FILE, on all nodes within 5 seconds, and queued tasks are sent with it. It must be of the same organisation as the secret before. RUNWAY_CREDENTIAL_REFUSED when Runway does not know it.',
    { sdk: ['organization.retrieve'], cost: 20, strings: { 'input.secret': 'upstreamConstant' } },
  ),
  removeOperatorCredential: mutation(
    'operator',
    'Destroys the operator’s Runway secret in the store. RUNWAYML_API_SECRET or RUNWAYML_API_SECRET_FILE is used again, on all nodes within 5 seconds.',
  ),
} as const satisfies Record<string, Operation>;

import { kindsWhere, resourceKinds, type ListableKind } from '../domain/resource/kinds.js';
import { mutation, query } from './rows.js';
import type { Operation } from './operation.js';

const listedKinds = kindsWhere(({ sdk }) => sdk.list !== undefined) as readonly ListableKind[];

/** Fields that deal with all kinds of resources, and uploads. resources/ has those of each kind. */
export const resourceOperations = {
  createUpload: mutation(
    'upload:create',
    'A presigned form for one file. Post the bytes to `uploadUrl` yourself, all fields first, then `file`; use `runwayUri` as media in inputs for 24 hours.',
    { sdk: ['uploads.createEphemeral'], strings: { 'input.filename': 'text' } },
  ),
  unownedResources: query(
    'operator',
    'What is in the Runway account and belongs to no tenant, e.g. because it was made in Runway’s app. A page may hold fewer than `first`.',
    {
      sdk: listedKinds.map((kind) => resourceKinds[kind].sdk.list),
      cost: 10,
    },
  ),
  grantResource: mutation(
    'operator',
    'Gives something that is in the Runway account to a tenant. CONFLICT when it belongs to another, so does a document or voice of the avatar or an avatar that draws on the document, the tenant is DELETING, or it has a router of that slug. Runway does not tell of a voice who speaks with it. A workflow is given whole: whatever ids and addresses stand in its graph.',
    {
      sdk: listedKinds.map((kind) => resourceKinds[kind].sdk.retrieve),
      strings: { 'input.slug': 'text' },
      makesTasks: true,
    },
  ),
  revokeResource: mutation(
    'operator',
    'Takes something from its tenant; it stays at Runway without an owner. Requests of the tenant that wait and name it will fail. Avatars of the tenant that speak with a revoked voice or draw on a revoked document go on to: delete or change them before you give it to another.',
  ),
} as const satisfies Record<string, Operation>;

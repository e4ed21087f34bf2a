import { mutation, query, subscription } from './rows.js';
import type { Operation } from './operation.js';

/** What tenants keep at Runway: reads, deletions, and what is whose. */
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
      sdk: [
        'avatars.list',
        'avatarConversations.list',
        'documents.list',
        'routers.list',
        'voices.list',
        'workflows.list',
      ],
      cost: 10,
    },
  ),
  grantResource: mutation(
    'operator',
    'Gives something that is in the Runway account to a tenant. CONFLICT when it belongs to another, so does a document or voice of the avatar or an avatar that draws on the document, the tenant is DELETING, or it has a router of that slug. Runway does not tell of a voice who speaks with it. A workflow is given whole: whatever ids and addresses stand in its graph.',
    {
      sdk: [
        'avatars.retrieve',
        'avatarConversations.retrieve',
        'documents.retrieve',
        'routers.retrieve',
        'voices.retrieve',
        'workflows.retrieve',
      ],
      strings: { 'input.slug': 'text' },
    },
  ),
  revokeResource: mutation(
    'operator',
    'Takes something from its tenant; it stays at Runway without an owner. Requests of the tenant that wait and name it will fail. Avatars of the tenant that speak with a revoked voice or draw on a revoked document go on to: delete or change them before you give it to another.',
  ),
  avatar: query('avatar:read', 'One avatar of your tenant.', { sdk: ['avatars.retrieve'] }),
  avatars: query('avatar:read', 'The avatars of your tenant, newest first.', {
    sdk: ['avatars.list', 'avatars.retrieve'],
  }),
  deleteAvatar: mutation('avatar:write', 'Deletes an avatar at Runway, for ever.', {
    sdk: ['avatars.delete'],
    cost: 20,
  }),
  avatarUpdated: subscription(
    'avatar:read',
    'Follows one avatar while it is PROCESSING. Without `after`: a snapshot first. Completes when it is READY or FAILED.',
    { sdk: ['avatars.retrieve'] },
  ),
  avatarConversation: query(
    'avatar:read',
    'One conversation with an avatar of your tenant, with its transcript.',
    { sdk: ['avatarConversations.retrieve'] },
  ),
  avatarConversations: query(
    'avatar:read',
    'The conversations with avatars of your tenant, newest first.',
    { sdk: ['avatarConversations.list', 'avatarConversations.retrieve'] },
  ),
  deleteAvatarConversation: mutation(
    'avatar:write',
    'Deletes a conversation with its transcript and recording at Runway, for ever.',
    { sdk: ['avatarConversations.delete'], cost: 20 },
  ),
  document: query('document:read', 'One document of your tenant.', { sdk: ['documents.retrieve'] }),
  documents: query('document:read', 'The documents of your tenant, newest first.', {
    sdk: ['documents.list', 'documents.retrieve'],
  }),
  deleteDocument: mutation('document:write', 'Deletes a document at Runway, for ever.', {
    sdk: ['documents.delete'],
    cost: 20,
  }),
  realtimeSession: query(
    'generate:realtime',
    'One live session of your tenant. Its `sessionKey` is for its creator alone.',
    { sdk: ['realtimeSessions.retrieve'] },
  ),
  deleteRealtimeSession: mutation(
    'generate:realtime',
    'Ends a live session. What it has used until then is charged.',
    { sdk: ['realtimeSessions.delete'], cost: 20 },
  ),
  realtimeSessionUpdated: subscription(
    'generate:realtime',
    'Follows one live session. Without `after`: a snapshot first. Completes when it is READY, RUNNING or over.',
    { sdk: ['realtimeSessions.retrieve'] },
  ),
  router: query('router:read', 'One model router of your tenant.', { sdk: ['routers.retrieve'] }),
  routers: query('router:read', 'The model routers of your tenant, newest first.', {
    sdk: ['routers.list', 'routers.retrieve'],
  }),
  routerRequests: query(
    'router:read',
    'What a router of your tenant has decided, newest first; nothing of what it decided before it was yours.',
    { sdk: ['routers.listRequests'], cost: 10 },
  ),
  deleteRouter: mutation(
    'router:write',
    'Deletes a router at Runway, for ever. Its slug is free again.',
    { sdk: ['routers.delete'], cost: 20 },
  ),
  voice: query('voice:read', 'One voice of your tenant.', { sdk: ['voices.retrieve'] }),
  voices: query('voice:read', 'The voices of your tenant, newest first.', {
    sdk: ['voices.list', 'voices.retrieve'],
  }),
  deleteVoice: mutation('voice:write', 'Deletes a voice at Runway, for ever.', {
    sdk: ['voices.delete'],
    cost: 20,
  }),
  voiceUpdated: subscription(
    'voice:read',
    'Follows one voice while it is PROCESSING. Without `after`: a snapshot first. Completes when it is READY or FAILED.',
    { sdk: ['voices.retrieve'] },
  ),
  workflow: query('workflow:read', 'One published workflow of your tenant, with its graph.', {
    sdk: ['workflows.retrieve'],
  }),
  workflows: query('workflow:read', 'The published workflows of your tenant, newest first.', {
    sdk: ['workflows.list', 'workflows.retrieve'],
  }),
} as const satisfies Record<string, Operation>;

export type ResourceField = keyof typeof resourceOperations;

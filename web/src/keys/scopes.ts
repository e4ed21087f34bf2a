import type { Scope } from '../../../client/src/documents.js';

/** What a scope permits, in words; grouped by what a person thinks of. */
export const SCOPE_GROUPS: readonly {
  readonly title: string;
  readonly scopes: readonly (readonly [Scope, string])[];
}[] = [
  {
    title: 'Make',
    scopes: [
      ['GENERATE_VIDEO', 'Video'],
      ['GENERATE_IMAGE', 'Images'],
      ['GENERATE_AUDIO', 'Sound and speech'],
      ['GENERATE_WORKFLOW', 'Workflows'],
      ['GENERATE_REALTIME', 'Realtime sessions'],
      ['UPLOAD_CREATE', 'Uploads'],
    ],
  },
  {
    title: 'Tasks',
    scopes: [
      ['TASK_READ', 'Read tasks and models'],
      ['TASK_CANCEL', 'Cancel tasks'],
      ['TASK_DELETE', 'Delete tasks'],
    ],
  },
  {
    title: 'Avatars, voices and documents',
    scopes: [
      ['AVATAR_READ', 'Read avatars'],
      ['AVATAR_WRITE', 'Change avatars'],
      ['VOICE_READ', 'Read voices'],
      ['VOICE_WRITE', 'Change voices'],
      ['DOCUMENT_READ', 'Read documents'],
      ['DOCUMENT_WRITE', 'Change documents'],
    ],
  },
  {
    title: 'Routers and workflows',
    scopes: [
      ['ROUTER_READ', 'Read routers'],
      ['ROUTER_WRITE', 'Change routers'],
      ['WORKFLOW_READ', 'Read workflows'],
    ],
  },
  {
    title: 'Webhooks',
    scopes: [
      ['WEBHOOK_READ', 'Read webhooks and deliveries'],
      ['WEBHOOK_WRITE', 'Change webhooks'],
    ],
  },
  {
    title: 'Administration',
    scopes: [
      ['KEY_READ', 'Read keys'],
      ['KEY_WRITE', 'Make and revoke keys'],
      ['ACCOUNT_READ', 'Read the Runway account'],
      ['ACCOUNT_WRITE', 'Change the Runway account'],
      ['AUDIT_READ', 'Read the audit log'],
      ['SCHEMA_READ', 'Read the schema'],
      ['OPERATOR', 'Operate the gateway'],
    ],
  },
];

const NAMES: ReadonlyMap<Scope, string> = new Map(SCOPE_GROUPS.flatMap(({ scopes }) => scopes));

export function scopeName(scope: Scope): string {
  return NAMES.get(scope) ?? scope;
}

/** What most people need: to make things, watch them, and throw them away. */
export const USUAL_SCOPES: readonly Scope[] = [
  'GENERATE_VIDEO',
  'GENERATE_IMAGE',
  'GENERATE_AUDIO',
  'UPLOAD_CREATE',
  'TASK_READ',
  'TASK_CANCEL',
  'TASK_DELETE',
];

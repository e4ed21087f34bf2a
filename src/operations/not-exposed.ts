import type { SdkMethod } from '../generated/facts/sdk-methods.js';

const NEEDS_OWNERSHIP =
  'Runway shows it to the whole organisation; it comes with the resources table and its ownership checks.';
const ACCOUNT_WIDE =
  'A fact about the whole account, for operators; it comes with tenant administration.';

/** Methods of Runway's SDK that no root field calls yet, each with its reason. */
export const notExposed = {
  'avatarConversations.delete': NEEDS_OWNERSHIP,
  'avatarConversations.list': NEEDS_OWNERSHIP,
  'avatarConversations.retrieve': NEEDS_OWNERSHIP,
  'avatars.create': NEEDS_OWNERSHIP,
  'avatars.delete': NEEDS_OWNERSHIP,
  'avatars.getUsage': ACCOUNT_WIDE,
  'avatars.list': NEEDS_OWNERSHIP,
  'avatars.retrieve': NEEDS_OWNERSHIP,
  'avatars.update': NEEDS_OWNERSHIP,
  'documents.create': NEEDS_OWNERSHIP,
  'documents.delete': NEEDS_OWNERSHIP,
  'documents.list': NEEDS_OWNERSHIP,
  'documents.retrieve': NEEDS_OWNERSHIP,
  'documents.update': NEEDS_OWNERSHIP,
  'organization.retrieve': ACCOUNT_WIDE,
  'organization.webapp.auditLogs.list': ACCOUNT_WIDE,
  'organization.webapp.auditLogs.retrieve': ACCOUNT_WIDE,
  'organization.webapp.listUsage': ACCOUNT_WIDE,
  'realtimeSessions.create': NEEDS_OWNERSHIP,
  'realtimeSessions.delete': NEEDS_OWNERSHIP,
  'realtimeSessions.retrieve': NEEDS_OWNERSHIP,
  'routers.create': NEEDS_OWNERSHIP,
  'routers.delete': NEEDS_OWNERSHIP,
  'routers.list': NEEDS_OWNERSHIP,
  'routers.listRequests': NEEDS_OWNERSHIP,
  'routers.retrieve': NEEDS_OWNERSHIP,
  'routers.update': NEEDS_OWNERSHIP,
  'voices.create': NEEDS_OWNERSHIP,
  'voices.delete': NEEDS_OWNERSHIP,
  'voices.list': NEEDS_OWNERSHIP,
  'voices.preview': NEEDS_OWNERSHIP,
  'voices.retrieve': NEEDS_OWNERSHIP,
  'voices.update': NEEDS_OWNERSHIP,
  'workflows.list': NEEDS_OWNERSHIP,
  'workflows.retrieve': NEEDS_OWNERSHIP,
} as const satisfies Partial<Record<SdkMethod, string>>;

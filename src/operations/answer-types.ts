import { RESOURCE_KINDS, rowOf, type ResourceKind } from '../domain/resource/kinds.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';

/** `avatarConversation` → `AvatarConversation`, its type in the graph. */
export function typeOfKind(kind: ResourceKind): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

const kindTypes = Object.fromEntries(
  RESOURCE_KINDS.flatMap((kind) => {
    const { retrieve } = rowOf(kind).sdk;
    return retrieve === undefined ? [] : [[retrieve, typeOfKind(kind)]];
  }),
) as Partial<Record<SdkMethod, string>>;

/**
 * The type of the graph in which an answer is shown, where each request reads it from Runway. A new
 * value of Runway's gets a field of that type. What a task shows is stored: its answers have no type
 * here. Of a page it is the type of an entry.
 */
export const answerTypes: Readonly<Partial<Record<SdkMethod, string>>> = {
  ...kindTypes,
  'avatars.getUsage': 'AvatarUsage',
  'organization.retrieve': 'Organization',
  'organization.retrieveUsage': 'OrganizationUsage',
  'organization.webapp.auditLogs.list': 'AuditLog',
  'organization.webapp.auditLogs.retrieve': 'AuditLogDetails',
  'organization.webapp.listUsage': 'OrganizationWebappUsage',
  'routers.listRequests': 'RouterRequest',
};

/** Every permission that a credential may carry. Closed: a scope that is not here does not exist. */
export const SCOPES = [
  'generate:video',
  'generate:image',
  'generate:audio',
  'generate:workflow',
  'generate:realtime',
  'task:read',
  'task:cancel',
  'task:delete',
  'upload:create',
  'avatar:read',
  'avatar:write',
  'document:read',
  'document:write',
  'router:read',
  'router:write',
  'voice:read',
  'voice:write',
  'workflow:read',
  'schema:read',
  'key:read',
  'key:write',
  'audit:read',
  'account:read',
  'account:write',
  'operator',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Scopes whose holders may send larger bodies, because their inputs take data URIs. */
export const MEDIA_SCOPES = SCOPES.filter(
  (scope) => scope.startsWith('generate:') || scope === 'avatar:write' || scope === 'voice:write',
);

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

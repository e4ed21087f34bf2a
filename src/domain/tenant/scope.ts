import { RESOURCE_KINDS, rowOf, type KindScope } from '../resource/kinds.js';

const GENERATION_SCOPES = [
  'generate:video',
  'generate:image',
  'generate:audio',
  'generate:workflow',
  'generate:realtime',
] as const;

const TASK_SCOPES = ['task:read', 'task:cancel', 'task:delete', 'upload:create'] as const;

const TENANT_SCOPES = [
  'schema:read',
  'key:read',
  'key:write',
  'audit:read',
  'webhook:read',
  'webhook:write',
  'account:read',
  'account:write',
  'operator',
] as const;

/** Scopes that no row of a resource kind names, or not it alone. */
export type OwnScope = (
  typeof GENERATION_SCOPES | typeof TASK_SCOPES | typeof TENANT_SCOPES
)[number];

export type Scope = OwnScope | KindScope;

const KIND_SCOPES = RESOURCE_KINDS.flatMap(
  (kind) => Object.values(rowOf(kind).scopes ?? {}) as KindScope[],
);

/** Every permission that a credential may carry. Closed: a scope that is not here does not exist. */
export const SCOPES: readonly Scope[] = [
  ...new Set<Scope>([...GENERATION_SCOPES, ...TASK_SCOPES, ...KIND_SCOPES, ...TENANT_SCOPES]),
];

const MEDIA_KIND_SCOPES = RESOURCE_KINDS.flatMap((kind) => {
  const { takesMedia = false, scopes } = rowOf(kind);
  return takesMedia && scopes?.write !== undefined ? [scopes.write] : [];
});

/** Scopes whose holders may send larger bodies, because their inputs take data URIs. */
export const MEDIA_SCOPES = SCOPES.filter(
  (scope) => scope.startsWith('generate:') || MEDIA_KIND_SCOPES.includes(scope),
);

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** Every permission that a credential may carry. Closed: a scope that is not here does not exist. */
export const SCOPES = [
  'generate:video',
  'generate:image',
  'generate:audio',
  'generate:workflow',
  'task:read',
  'task:cancel',
  'task:delete',
  'upload:create',
  'operator',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Scopes that spend credits; their holders may send larger bodies (data URIs). */
export const GENERATE_SCOPES = SCOPES.filter((scope) => scope.startsWith('generate:'));

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

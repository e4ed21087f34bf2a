import type { RowId } from './catalogue.js';

/** A row that has no test, and why. `until`: what will bring one; without it, for good. */
export interface NotApplicable {
  readonly id: RowId;
  readonly reason: string;
  readonly until?: string;
}

const NO_OAUTH_SERVER =
  'The gateway is no OAuth authorization server: it verifies tokens of others, and issues its own to holders of a key only, without redirects, codes or refresh tokens.';

export const NOT_APPLICABLE: readonly NotApplicable[] = [
  { id: 'O1', reason: NO_OAUTH_SERVER },
  { id: 'O2', reason: NO_OAUTH_SERVER },
  { id: 'O3', reason: NO_OAUTH_SERVER },
  { id: 'O4', reason: NO_OAUTH_SERVER },
  { id: 'O5', reason: NO_OAUTH_SERVER },
  {
    id: 'O6',
    reason: `${NO_OAUTH_SERVER} That scopes never grow with an issued token is proved by Z4.`,
  },
  { id: 'O7', reason: NO_OAUTH_SERVER },
  { id: 'O8', reason: NO_OAUTH_SERVER },
  { id: 'O9', reason: NO_OAUTH_SERVER },
];

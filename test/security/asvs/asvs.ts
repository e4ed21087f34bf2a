import { API_ROWS } from './api-rows.js';
import { AUTHENTICATION_ROWS } from './authentication-rows.js';
import { AUTHORIZATION_ROWS } from './authorization-rows.js';
import { BROWSER_ROWS } from './browser-rows.js';
import { CODE_ROWS } from './code-rows.js';
import { CRYPTOGRAPHY_ROWS } from './cryptography-rows.js';
import { ENCODING_ROWS } from './encoding-rows.js';
import { OPERATION_ROWS } from './operation-rows.js';
import type { AsvsRow } from './row.js';
import { SESSION_ROWS } from './session-rows.js';
import { TOKEN_ROWS } from './token-rows.js';
import { VALIDATION_ROWS } from './validation-rows.js';

/** Chapters of ASVS 5.0.0, under names of our own. */
export const CHAPTERS: Readonly<Record<string, string>> = {
  V1: 'Encoding and injection',
  V2: 'Checks of inputs and rules of business',
  V3: 'Browsers',
  V4: 'Web services and GraphQL',
  V5: 'Files',
  V6: 'Authentication',
  V7: 'Sessions',
  V8: 'Authorization',
  V9: 'Tokens',
  V10: 'OAuth and OpenID Connect',
  V11: 'Cryptography',
  V12: 'Connections',
  V13: 'Configuration',
  V14: 'Data',
  V15: 'Code and dependencies',
  V16: 'Logs and errors',
  V17: 'Live media',
};

/** Every requirement of ASVS 5.0.0, levels 1 and 2; docs/asvs.md is made of it. */
export const ASVS_ROWS: readonly AsvsRow[] = [
  ...ENCODING_ROWS,
  ...VALIDATION_ROWS,
  ...BROWSER_ROWS,
  ...API_ROWS,
  ...AUTHENTICATION_ROWS,
  ...SESSION_ROWS,
  ...AUTHORIZATION_ROWS,
  ...TOKEN_ROWS,
  ...CRYPTOGRAPHY_ROWS,
  ...OPERATION_ROWS,
  ...CODE_ROWS,
];

export function chapterOf({ id }: AsvsRow): string {
  return id.slice(0, id.indexOf('.'));
}

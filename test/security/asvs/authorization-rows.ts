import { met, type AsvsRow } from './row.js';

/** V8: authorization. */
export const AUTHORIZATION_ROWS: readonly AsvsRow[] = [
  met('V8.1.1', 'Which scope each field needs is documented.', [
    'docs/reference/operations.md',
    'docs/operating/policies.md',
  ]),
  met('V8.1.2', 'Fields inside types that need a scope are documented.', [
    'docs/decisions/0079-a-link-needs-the-scope-of-its-end.md',
    'docs/reference/schema.md',
  ]),
  met(
    'V8.2.1',
    'A root field answers only callers with its scope.',
    ['src/policy/permissions.ts', 'src/operations/operations.ts'],
    ['Z1', 'Z4', 'test/security/subscribe-without-scope.test.ts'],
  ),
  met(
    'V8.2.2',
    'An id of another tenant answers like none.',
    ['src/services/resources', 'src/adapters/postgres/resources'],
    ['Z2', 'Z3', 'M2', 'M4', 'M16'],
  ),
  met(
    'V8.2.3',
    'Fields inside types are checked like root fields.',
    ['src/operations/links.ts', 'src/policy/permissions.ts'],
    ['Z1', 'Z5', 'test/api/made.test.ts'],
  ),
  met(
    'V8.3.1',
    'The gateway decides; nothing that a client sends does.',
    ['src/policy/permissions.ts'],
    ['Z5', 'Z6', 'Z7'],
  ),
  met(
    'V8.4.1',
    'No call of one tenant touches another.',
    ['test/security/README.md', 'src/services/resources'],
    ['M1', 'M2', 'M9', 'M11', 'M16', 'M17'],
  ),
];

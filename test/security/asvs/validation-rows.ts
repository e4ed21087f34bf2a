import { met, type AsvsRow } from './row.js';

/** V2: validation and business logic. */
export const VALIDATION_ROWS: readonly AsvsRow[] = [
  met('V2.1.1', 'The rules of each input are documented.', [
    'docs/reference/schema.md',
    'docs/reference/models.md',
  ]),
  met('V2.1.2', 'Rules between inputs are documented.', [
    'docs/reference/models.md',
    'docs/decisions/0081-one-mistake-has-one-shape.md',
  ]),
  met('V2.1.3', 'Limits of use are documented, for one caller and for all.', [
    'docs/operating/limits.md',
    'docs/operating/budgets.md',
    'docs/operating/policies.md',
  ]),
  met(
    'V2.2.1',
    'Each input is checked against bounds, values and patterns.',
    ['src/generated/graph', 'src/scalars/rules'],
    ['V1', 'V2', 'V3'],
  ),
  met(
    'V2.2.2',
    'The gateway checks inputs itself, whatever clients check.',
    ['src/policy/check-document.ts', 'src/scalars/request-input.ts'],
    ['V1', 'W7'],
  ),
  met(
    'V2.2.3',
    'Inputs are checked together; what only Runway can judge, it refuses without a charge.',
    ['src/api/input', 'src/services/submission/submission-outcomes.ts'],
    ['test/api/input-checks.test.ts', 'test/api/runway-refusals.test.ts'],
  ),
  met(
    'V2.3.1',
    'A task goes through its states in order.',
    ['src/domain/task', 'src/adapters/postgres/tasks'],
    ['test/unit/domain/task-advance.test.ts', 'test/api/delete-task.test.ts', 'W1'],
  ),
  met(
    'V2.3.2',
    'Budgets, policies and rates hold as documented.',
    ['src/services/budgets', 'src/policy/limits'],
    ['B5', 'R1', 'test/api/set-tenant-policy.test.ts'],
  ),
  met(
    'V2.3.3',
    'A change happens as a whole or not at all.',
    ['src/adapters/postgres/submission', 'docs/decisions/0048-a-change-and-its-record-are-one.md'],
    ['D1', 'L1'],
  ),
  met(
    'V2.3.4',
    'Credits, slots and keys cannot be taken twice.',
    ['src/adapters/postgres/submission', 'src/adapters/postgres/dispatch/slot-pools.ts'],
    ['B4', 'D3', 'test/contract/ledger-races.test.ts'],
  ),
  met(
    'V2.4.1',
    'Automated use is limited by address, credential, tenant and cost.',
    ['src/http/throttling/rate-limits.ts', 'src/policy/limits/operation-limits.ts'],
    ['R1', 'R2', 'R4', 'Q10', 'B3'],
  ),
];

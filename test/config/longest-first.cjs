const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Suites of more than 15 s, in `npm test` or with all samples, the longest first: those that wait for
 * processes and browsers, or ask for everything. They begin first, so that none of them is left for the
 * end, when the other workers have nothing to do. Jest itself knows this only where it has run them before.
 */
const LONGEST = [
  'test/e2e/key-rotation-multi-node',
  'test/contract/store-dump-refusals',
  'test/e2e/rolling-restart-multi-node',
  'test/security/isolation/matrix',
  'test/contract/hot-statements',
  'test/security/kept-secrets/no-trace',
  'test/e2e/lost-database-multi-node',
  'test/e2e/frozen-node-multi-node',
  'test/browser/studio/views',
  'test/browser/studio/session',
  'test/browser/studio/watch',
  'test/e2e/killed-deliveries',
  'test/api/restored-queue',
  'test/browser/studio/find',
  'test/e2e/sigterm',
  'test/e2e/uncaught-errors',
  'test/e2e/killed-uploads',
  'test/e2e/killed-copies',
  'test/e2e/traces-off',
  'test/browser/studio/detail',
  'test/browser/studio/make',
  'test/unit/policy/remembered-documents',
  'test/unit/habits/documents',
  'test/client/codegen',
  'test/api/examples',
  'test/api/budget-ceilings',
  'test/api/fault-table',
  'test/api/delete-tenant',
  'test/security/isolation/upstream-answers',
  'test/security/isolation/mixed-load',
  'test/security/security-audit',
  'test/contract/task-list',
  'test/api/read-fault-table',
  'test/contract/other-major',
  'test/e2e/extra-authority',
  'test/api/store-dump',
  'test/browser/customer-page',
  'test/e2e/without-optional-packages',
  'test/browser/studio/keys',
  'test/e2e/trace-over-restart',
  'test/api/slow-runway',
  'test/security/odd-text',
  'test/api/security-alerts',
  'test/api/audit-commands',
  'test/api/outputs-as-inputs',
  'test/contract/database',
];

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
};

class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a) - rankOf(b));
  }
}

module.exports = LongestFirst;
module.exports.LONGEST = LONGEST;

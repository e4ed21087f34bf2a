const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Suites of more than 10 s, because they wait for processes or ask for everything, the longest first. They
 * begin first, so that none of them is left for the end, when the other worker has nothing to do. Jest
 * itself knows this only where it has run them before.
 */
const LONGEST = [
  'test/e2e/key-rotation-multi-node',
  'test/e2e/rolling-restart-multi-node',
  'test/e2e/lost-database-multi-node',
  'test/security/isolation/matrix',
  'test/e2e/killed-deliveries',
  'test/e2e/killed-uploads',
  'test/e2e/sigterm',
  'test/api/fault-table',
  'test/api/budget-ceilings',
  'test/api/audit-commands',
  'test/e2e/uncaught-errors',
  'test/e2e/extra-authority',
  'test/api/delete-tenant',
  'test/e2e/tenant-removal',
  'test/security/kept-secrets/no-trace',
  'test/security/odd-text',
  'test/contract/hot-statements',
  'test/security/isolation/mixed-load',
  'test/api/webhooks',
  'test/api/output-archive',
  'test/api/senseless-answers',
  'test/api/outputs-as-inputs',
  'test/api/security-alerts',
  'test/api/set-runway-credential',
  'test/api/traces',
  'test/e2e/kill',
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

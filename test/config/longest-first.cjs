const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Suites that take longest, because they wait for processes or ask for everything. They begin first,
 * so that none of them is left for the end, when the other worker has nothing to do. Jest itself knows
 * this only where it has run them before.
 */
const LONGEST = [
  'test/e2e/key-rotation-multi-node',
  'test/e2e/rolling-restart-multi-node',
  'test/security/isolation/matrix',
  'test/e2e/sigterm',
  'test/e2e/tenant-removal',
  'test/security/kept-secrets/no-trace',
  'test/security/odd-text',
  'test/contract/hot-statements',
  'test/security/isolation/mixed-load',
  'test/api/audit-commands',
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

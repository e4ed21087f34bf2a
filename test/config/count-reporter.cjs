/**
 * Ends every run with one line, `N passed, N failed` (`, N skipped` where there are any), on
 * stdout, so that a person or a program reads the outcome from the last line. Before it stands what
 * was skipped and why: jest itself says nothing of files that were skipped whole.
 *
 * A test file that could not run at all counts as one failure: its tests are unknown, and
 * `0 failed` beside a red run would be untrue.
 *
 * Every run ends. Where no suite begins or ends for longer than a suite may take, Jest has lost a
 * worker: the suites under way are named and have failed. Nothing that is left open keeps a run
 * from ending after its last suite.
 */

// Workers that Jest has lost end with the run.
require('./started-processes.cjs');
const { unsteady } = require('./unsteady-suites.cjs');

/** Beyond the time that a suite has: its worker is ended first. */
const LOST_AFTER_MS = 2 * 60_000;

/** What Jest takes to end its workers. */
const EXIT_WITHIN_MS = 30_000;

module.exports = class CountReporter {
  #underWay = new Set();
  #results;
  #watch;
  #lostAfterMs;

  constructor(_globalConfig, { suiteMsMax }) {
    this.#lostAfterMs = suiteMsMax + LOST_AFTER_MS;
  }

  onRunStart(results) {
    this.#results = results;
    this.#beginWatch();
  }

  onTestFileStart({ path }) {
    this.#underWay.add(path);
    this.#beginWatch();
  }

  onTestFileResult({ path }) {
    this.#underWay.delete(path);
    this.#beginWatch();
  }

  #beginWatch() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#endLostRun(), this.#lostAfterMs);
  }

  #endLostRun() {
    const { numPassedTests, numFailedTests } = this.#results;
    const lost = [...this.#underWay];
    for (const path of lost) console.error(`The suite ${path} has not ended.`);
    const failed = numFailedTests + Math.max(lost.length, 1);
    process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
    process.exit(1);
  }

  onRunComplete(_contexts, results) {
    clearTimeout(this.#watch);
    // Jest has set the exit code by then.
    setTimeout(() => process.exit(), EXIT_WITHIN_MS).unref();
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = [`${results.numPassedTests} passed`, `${failed} failed`];
    if (skipped > 0) counts.push(`${skipped} skipped`);
    const twice = unsteady.map((path) => `UNSTEADY: ${path} failed at first, and passed alone.`);
    const lines = [...skippedByReason(results), ...twice, counts.join(', ')];
    // jest prints its own summary to stderr after every reporter; only at exit is nothing behind us.
    process.once('exit', () => process.stdout.write(`${lines.join('\n')}\n`));
  }
};

/** A suite that cannot run says why in its name: `… (skipped: <reason>)`. */
function skippedByReason({ testResults }) {
  const suites = new Map();
  for (const { testResults: tests } of testResults) {
    for (const { status, ancestorTitles, fullName } of tests) {
      if (status !== 'pending' && status !== 'todo') continue;
      const reason = /\(skipped: ([^)]+)\)/.exec(fullName)?.[1] ?? 'no reason is given';
      const known = suites.get(reason) ?? new Set();
      suites.set(reason, known.add(ancestorTitles.join(' ') || fullName));
    }
  }
  return [...suites].map(
    ([reason, { size }]) =>
      `Skipped: ${size} ${size === 1 ? 'suite' : 'suites'}, because ${reason}.`,
  );
}

/**
 * Runs the suites as Jest does, and those that have failed once more: alone, when all others have
 * ended. What failed at first is printed at once, and a suite that passes at its second try is named
 * as unsteady beside the count (docs/decisions/0134). It is for CI, where a test that left its end to
 * chance would send a whole change back; on a developer's machine a failure is final at once.
 */
const { default: TestRunner } = require('jest-runner');
const { unsteady } = require('./unsteady-suites.cjs');

/** More suites than this have not failed by chance: none of them is run again. */
const SECOND_TRIES_MAX = 3;

module.exports = class SecondTry extends TestRunner {
  /** Suites that have failed, and how their failure is told if it counts. */
  #failures = [];
  #isSecondTry = false;

  on(name, listener) {
    if (name !== 'test-file-success' && name !== 'test-file-failure') {
      return super.on(name, listener);
    }
    return super.on(name, (args) => {
      const [{ path }, outcome] = args;
      const words = wordsOfFailure(name, outcome);
      if (words === undefined) {
        if (this.#isSecondTry) unsteady.push(path);
        return listener(args);
      }
      if (this.#isSecondTry) return listener(args);
      console.error(`FAILED AT FIRST: ${path}\n${words}`);
      this.#failures.push({ test: args[0], tell: () => listener(args) });
      return undefined;
    });
  }

  async runTests(tests, watcher, options) {
    await super.runTests(tests, watcher, options);
    const failures = this.#failures.splice(0);
    if (failures.length > SECOND_TRIES_MAX) {
      for (const { tell } of failures) await tell();
      return;
    }
    this.#isSecondTry = true;
    for (const { test } of failures) await super.runTests([test], watcher, options);
  }
};

/** Undefined for a suite that has passed. */
function wordsOfFailure(name, outcome) {
  if (name === 'test-file-failure') return outcome.stack ?? outcome.message;
  const { numFailingTests, testExecError, failureMessage } = outcome;
  const isFailed = numFailingTests > 0 || testExecError !== undefined;
  return isFailed ? (failureMessage ?? '') : undefined;
}

/**
 * Ends every run with one line, `N passed, N failed` (`, N skipped` where there are any), on
 * stdout, so that a person or a program reads the outcome from the last line.
 *
 * A test file that could not run at all counts as one failure: its tests are unknown, and
 * `0 failed` beside a red run would be untrue.
 */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = [`${results.numPassedTests} passed`, `${failed} failed`];
    if (skipped > 0) counts.push(`${skipped} skipped`);
    // jest prints its own summary to stderr after every reporter; only at exit is nothing behind us.
    process.once('exit', () => process.stdout.write(`${counts.join(', ')}\n`));
  }
};

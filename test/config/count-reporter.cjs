/**
 * Ends every run with one line, `N passed, N failed` (`, N skipped` where there are any), on
 * stdout, so that a person or a program reads the outcome from the last line. Before it stands what
 * was skipped and why: jest itself says nothing of files that were skipped whole.
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
    const lines = [...skippedByReason(results), counts.join(', ')];
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

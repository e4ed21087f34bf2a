/**
 * Knows every process that this one has started and that still runs, however it was started, so that
 * a suite, run or measurement that fails leaves none behind. Node tells of each on a channel.
 */
const { subscribe } = require('node:diagnostics_channel');

const running = new Map();
const watchers = new Set();

subscribe('child_process', ({ process: child }) => {
  child.once('spawn', () => {
    running.set(child.pid, child);
    for (const watch of watchers) watch([...running.keys()]);
  });
  child.once('exit', () => {
    running.delete(child.pid);
    for (const watch of watchers) watch([...running.keys()]);
  });
});

/** Kills all that run, at once, and returns how many those were. */
function killStarted() {
  const killed = [...running.values()].filter((child) => child.kill('SIGKILL'));
  running.clear();
  return killed.length;
}

/** Calls `watch` with the ids of those that run, whenever one has started or ended. */
function watchStarted(watch) {
  watchers.add(watch);
}

/** For a program of its own: it may end by a signal. */
function killStartedWithThisProcess() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => process.exit(code));
  }
}

process.on('exit', killStarted);

module.exports = { killStarted, killStartedWithThisProcess, watchStarted };

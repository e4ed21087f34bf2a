/**
 * Ends a worker process whose suite does not end: Jest's own timeouts cannot, when the suite keeps
 * its thread busy, or hangs outside a test or hook. The processes that it has started end, too. Jest then counts the suite as failed, and goes
 * on with another worker.
 */
const { Worker } = require('node:worker_threads');
const { watchStarted } = require('./started-processes.cjs');

const WATCH = `
  const { writeSync } = require('node:fs');
  const { parentPort } = require('node:worker_threads');
  let timer;
  let started = [];
  const kill = (pid) => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  };
  parentPort.on('message', ({ suite, ms, pids }) => {
    if (pids !== undefined) {
      started = pids;
      return;
    }
    clearTimeout(timer);
    if (suite === undefined) return;
    timer = setTimeout(() => {
      writeSync(2, '\\nThe suite ' + suite + ' has not ended within ' + ms / 1000 + ' s.\\n');
      started.forEach(kill);
      kill(process.pid);
    }, ms);
  });
`;

const thread = new Worker(WATCH, { eval: true });
thread.unref();
watchStarted((pids) => thread.postMessage({ pids }));

module.exports = {
  /** For `suite`, from now on, in the place of an earlier one. */
  beginDeadline(suite, ms) {
    thread.postMessage({ suite, ms });
  },
  endDeadline() {
    thread.postMessage({});
  },
};

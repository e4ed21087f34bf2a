/**
 * Ends a worker process whose suite does not end: Jest's own timeouts cannot, when the suite keeps
 * its thread busy, or hangs outside a test or hook. Jest then counts the suite as failed, and goes
 * on with another worker.
 */
const { Worker } = require('node:worker_threads');

const WATCH = `
  const { writeSync } = require('node:fs');
  const { parentPort } = require('node:worker_threads');
  let timer;
  parentPort.on('message', ({ suite, ms }) => {
    clearTimeout(timer);
    if (suite === undefined) return;
    timer = setTimeout(() => {
      writeSync(2, '\\nThe suite ' + suite + ' has not ended within ' + ms / 1000 + ' s.\\n');
      process.kill(process.pid, 'SIGKILL');
    }, ms);
  });
`;

const thread = new Worker(WATCH, { eval: true });
thread.unref();

module.exports = {
  /** For `suite`, from now on, in the place of an earlier one. */
  beginDeadline(suite, ms) {
    thread.postMessage({ suite, ms });
  },
  endDeadline() {
    thread.postMessage({});
  },
};

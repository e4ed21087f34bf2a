const { availableParallelism, totalmem } = require('node:os');

/** A third of the time of a worker goes by while its suite waits, mostly for a process that it has started. */
const WAITING = 1;

/** What a worker has at most, with the embedded database: see workerIdleMemoryLimit. */
const WORKER_BYTES = 2.5e9;

/** For Jest itself, for what suites start, and for the machine. */
const OTHERS_BYTES = 2e9;

/**
 * How many suites run at once: one more than there are cores, where the memory holds them, and two at
 * least. A container that may use less memory than its machine has is such a smaller machine.
 */
function workersOf({
  cores = availableParallelism(),
  bytes = Math.min(totalmem(), process.constrainedMemory?.() || Infinity),
} = {}) {
  const fitting = Math.floor((bytes - OTHERS_BYTES) / WORKER_BYTES);
  return Math.max(2, Math.min(cores + WAITING, fitting));
}

module.exports = { workersOf };

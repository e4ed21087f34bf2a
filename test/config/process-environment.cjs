/**
 * Suites run in the realm of their worker process, not in one of Jest's: what they share with the
 * modules that are loaded once (see load-once.cjs) is of the same classes, as in a gateway. What a
 * suite leaves in the process is put back when it ends, and processes that it has left are killed.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { killStarted } = require('./started-processes.cjs');
const { beginDeadline, endDeadline } = require('./suite-deadline.cjs');

/** Stands for the realm of the process where Jest wants a context. */
const PROCESS_REALM = Object.freeze({});

/** Jest compiles for the context that the environment names; Node has no name for its own. */
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options) =>
  options?.parsingContext === PROCESS_REALM
    ? compiledOnce(code, parameters, { ...options, parsingContext: undefined })
    : compileFunction(code, parameters, options);

/** What one suite after another loads: Jest's own modules and test/support, by file. */
const compiled = new Map();

/**
 * The function that runs a module's text. Each suite calls it anew, so it has modules of its own; the
 * realm being one, the text is compiled once for a worker process and not once for each suite.
 */
function compiledOnce(code, parameters, options) {
  const { filename } = options;
  if (filename.endsWith('.test.ts')) return compileFunction(code, parameters, options);
  const known = compiled.get(filename);
  if (known?.code === code && known.parameters === parameters.join()) return known.run;
  // Jest's own callback would keep what the first suite has loaded.
  const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const run = compileFunction(code, parameters, { ...options, importModuleDynamically });
  compiled.set(filename, { code, parameters: parameters.join(), run });
  return run;
}

/** Storages that the suite under way has entered, each with what it has held. */
const entered = new Map();

for (const name of ['run', 'enterWith']) {
  const enter = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function (held, ...args) {
    entered.set(this, (entered.get(this) ?? new Set()).add(held));
    return enter.call(this, held, ...args);
  };
}

/** What Jest holds while a test or a hook runs. */
const NO_TEST = { test: undefined, hook: undefined, describeBlock: undefined };

/**
 * Jest makes a storage for each suite, runs each test in it, and never ends it. Up to Node 23 every
 * promise of the process carries what each of them holds: after 170 suites a promise costs fifty times
 * as much. A timer or socket that was begun in a test and is shared holds the test, and with it all
 * modules of the suite: so it is taken out of what was held.
 */
function leaveStorages() {
  for (const [storage, all] of entered) {
    storage.disable();
    for (const held of all) {
      if (typeof held === 'object' && held !== null && 'test' in held) Object.assign(held, NO_TEST);
    }
  }
  entered.clear();
}

/** Node's own `require`, for load-once.cjs. */
globalThis[Symbol.for('load once')] = require;

/** What Jest keeps for a suite on the global object; the next one begins without it. */
const JEST_GLOBALS = /JEST|EVENT_HANDLERS|RETR|TEST_TIMEOUT|LOG_ERRORS/;

module.exports = class ProcessEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern;
  #before = {
    env: { ...process.env },
    exit: process.exit,
    getBuiltinModule: process.getBuiltinModule,
    exitCode: process.exitCode,
    console: globalThis.console,
    prepareStackTrace: Error.prepareStackTrace,
  };

  constructor({ projectConfig }, { testPath }) {
    beginDeadline(testPath, projectConfig.testEnvironmentOptions.suiteMsMax);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    // Node keeps 10 frames, which end within the libraries.
    Error.stackTraceLimit = 100;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return PROCESS_REALM;
  }

  async setup() {
    // Part of the interface.
  }

  async teardown() {
    endDeadline();
    leaveStorages();
    killStarted();
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    const { env, exit, exitCode, getBuiltinModule, console, prepareStackTrace } = this.#before;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    process.exit = exit;
    process.exitCode = exitCode;
    process.getBuiltinModule = getBuiltinModule;
    globalThis.console = console;
    Error.prepareStackTrace = prepareStackTrace;
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      if (JEST_GLOBALS.test(symbol.description ?? '')) delete globalThis[symbol];
    }
  }
};

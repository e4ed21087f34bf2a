const { resolve } = require('node:path');
const { packages } = require('./load-once.cjs');
const { workersOf } = require('./worker-count.cjs');

/** A suite that takes longer is ended and has failed; the longest takes two minutes. */
const SUITE_MS_MAX = 15 * 60_000;

const root = resolve(__dirname, '../..');
const anyPackage = `(?:${packages.join('|')})`;

/** Where a suite that has failed gets a second try, which is told: second-try.cjs. */
const isCi = process.env.CI === 'true';

/** Suites in the folders of `rules` that have the embedded database. */
const WITH_DATABASE = [
  '<rootDir>/test/unit/adapters/pglite-session',
  '<rootDir>/test/unit/app/access-review',
  '<rootDir>/test/unit/pollers',
  '<rootDir>/test/unit/services',
];

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: false,
        useDefineForClassFields: false,
      },
    },
    module: { type: 'commonjs' },
  },
];

/** What is the same for all suites: Node loads the gateway and packages, once for a worker. */
const common = {
  rootDir: root,
  ...(isCi && { runner: '<rootDir>/test/config/second-try.cjs' }),
  globalSetup: '<rootDir>/test/config/build-once.cjs',
  globalTeardown: '<rootDir>/test/config/drop-template.cjs',
  testEnvironmentOptions: { suiteMsMax: SUITE_MS_MAX },
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: '<rootDir>/test/config/process-environment.cjs',
  transform: {
    [`^${root}/(?:src|test/support/loaded-once)/.+\\.ts$`]: '<rootDir>/test/config/load-once.cjs',
    [`/node_modules/${anyPackage}/.+\\.[cm]?js$`]: '<rootDir>/test/config/load-once.cjs',
    '^.+\\.[cm]?[jt]s$': swc,
  },
  transformIgnorePatterns: [`/node_modules/(?!${anyPackage}/)`],
  resolver: '<rootDir>/test/config/import-resolver.cjs',
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir: root,
  projects: [
    {
      ...common,
      displayName: 'rules',
      testMatch: ['<rootDir>/test/{unit,emulator}/**/*.test.ts'],
      testPathIgnorePatterns: WITH_DATABASE,
    },
    {
      ...common,
      displayName: 'gateway',
      testMatch: [
        '<rootDir>/test/!(unit|emulator)/**/*.test.ts',
        ...WITH_DATABASE.map((path) => `${path}{.test.ts,/**/*.test.ts}`),
      ],
    },
  ],
  // No test is about its own speed: this ends one that hangs.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/config/longest-first.cjs',
  maxWorkers: workersOf(),
  // A worker that has grown past this is replaced: PGlite's memory is not given back. One that has run
  // all suites of test/api has 1.4 GB, and up to 2.3 GB before garbage is collected.
  workerIdleMemoryLimit: '2500MB',
  // The count comes last: reporters run in this order.
  reporters: [
    'default',
    ['<rootDir>/test/config/count-reporter.cjs', { suiteMsMax: SUITE_MS_MAX }],
  ],
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
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
    ],
  },
  // PGlite loads Node's modules by import(), which Jest's CommonJS can do in compiled files only, and
  // jose (of jwks-rsa) and oidc-provider are ESM alone.
  transformIgnorePatterns: ['/node_modules/(?!(?:@electric-sql/pglite|jose|oidc-provider)/)'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testTimeout: 60_000,
  // Each PGlite costs 300–800 MB and most of a core while it starts.
  maxWorkers: 2,
  // A worker that has grown past this is replaced, because PGlite's memory is not given back.
  workerIdleMemoryLimit: '2GB',
  // The count comes last: reporters run in this order.
  reporters: ['default', '<rootDir>/test/config/count-reporter.cjs'],
};

/**
 * A transformer for modules that are the same for every suite: the gateway's own, from its build
 * (test/support/gateway/build-gateway.ts), and packages. Node loads each once for a worker process. Jest
 * would load them anew for each suite, which takes two seconds of processor.
 */
const { join, relative } = require('node:path');
const packageFile = require('../../package.json');

/** Where the build is, beside the sources; see build-gateway.ts. */
const BUILT = 'node_modules/.cache/gateway';

/** What is built: the gateway, and what suites of one worker process share. */
const OURS = /^(?:src|test\/support\/loaded-once)\//;

/** What Jest and this configuration load themselves, and packages of types. */
const JEST = /^(?:@?jest.*|tsx|esbuild|@swc\/.*|@types\/.*)$/;

const packages = Object.keys({
  ...packageFile.dependencies,
  ...packageFile.devDependencies,
}).filter((name) => !JEST.test(name));

/** What a test file gets for one of these modules. */
function textFor(file, rootDir) {
  const path = relative(rootDir, file);
  const shared = OURS.test(path) ? join(rootDir, BUILT, path.replace(/\.ts$/, '.js')) : file;
  return `module.exports = globalThis[Symbol.for('load once')](${JSON.stringify(shared)});`;
}

module.exports = {
  packages,
  process: (_source, file, { config }) => ({ code: textFor(file, config.rootDir) }),
  // Jest keeps what comes out by this, between runs.
  getCacheKey: (_source, file, { config }) => textFor(file, config.rootDir),
};

const { TestEnvironment } = require('jest-environment-node');
const { beginDeadline, endDeadline } = require('./suite-deadline.cjs');

/** Jest's own environment, with an end for a suite that does not end. */
module.exports = class DeadlineEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    beginDeadline(context.testPath, config.projectConfig.testEnvironmentOptions.suiteMsMax);
  }

  async teardown() {
    endDeadline();
    await super.teardown();
  }
};

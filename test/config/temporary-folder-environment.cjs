const DeadlineEnvironment = require('./deadline-environment.cjs');

/** The usual one, with a way for a test to move the temporary folder: its own `process.env` is a copy. */
module.exports = class TemporaryFolderEnvironment extends DeadlineEnvironment {
  constructor(config, context) {
    super(config, context);
    this.before = process.env.TMPDIR;
    this.global.setTemporaryFolder = (folder) => {
      process.env.TMPDIR = folder;
    };
  }

  async teardown() {
    if (this.before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = this.before;
    await super.teardown();
  }
};

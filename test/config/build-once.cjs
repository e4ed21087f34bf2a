const tsx = require('tsx/cjs/api');

/** Before the first suite: what all of them run (see load-once.cjs), and what they get copies of. */
module.exports = async () => {
  const { buildGateway } = tsx.require('../support/gateway/build-gateway.ts', __filename);
  await buildGateway('src', 'test/support', 'client/src/generated');
  if (process.env.TEST_DATABASE_URL === undefined) return;
  const { makeTemplateDatabase } = tsx.require('../support/store/template-database.ts', __filename);
  globalThis[Symbol.for('template database')] = await makeTemplateDatabase();
};

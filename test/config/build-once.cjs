const tsx = require('tsx/cjs/api');

/** Before the first suite: what all of them run (see load-once.cjs). */
module.exports = async () => {
  const { buildGateway } = tsx.require('../support/gateway/build-gateway.ts', __filename);
  await buildGateway('src', 'test/support', 'client/src/generated');
};

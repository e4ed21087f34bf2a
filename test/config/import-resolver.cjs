/**
 * Tests get the same build of a package as the gateway does, which is an ES module. Jest would give
 * them the one for `require` where there are two, and each would have classes of its own.
 */
const { packages } = require('./load-once.cjs');

module.exports = (request, options) => {
  const isPackage = packages.some((name) => request === name || request.startsWith(`${name}/`));
  const conditions = isPackage ? ['node', 'import', 'default'] : options.conditions;
  return options.defaultResolver(request, { ...options, conditions });
};

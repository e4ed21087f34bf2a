/** After the last suite: the database that suites got copies of goes (see build-once.cjs). */
module.exports = async () => {
  await globalThis[Symbol.for('template database')]?.drop();
};

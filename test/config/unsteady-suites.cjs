/** Paths of suites that failed at first and passed at their second try, for second-try.cjs and the count. */
module.exports = { unsteady: [] };

/** Typed React hooks for urql: one for each document of schema/operations. */
export * from './generated/urql-hooks.js';

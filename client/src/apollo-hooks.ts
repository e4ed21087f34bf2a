/** Typed React hooks for Apollo Client: one for each document of schema/operations. */
export * from './generated/apollo-hooks.js';

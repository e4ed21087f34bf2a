/** The typed documents of schema/operations, and the types of their inputs and answers. */
export * from './generated/graphql.js';

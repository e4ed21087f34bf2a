/** Everything that needs no framework: fetch is enough. */
export {
  generate,
  type GenerateOptions,
  type GeneratedTask,
  type SubmittedData,
} from './generate.js';
export {
  GatewayClientError,
  TaskFailedError,
  TaskUnconfirmedError,
  toGatewayClientError,
  type ClientErrorCode,
  type GraphQLErrorLike,
  type InputIssue,
  type RunwayReply,
} from './client-errors.js';
export type { ErrorCode } from './generated/error-codes.js';
export type { GetToken } from './token-source.js';
export type { Timing } from './timing.js';

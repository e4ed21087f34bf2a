/**
 * The closed registry of error codes: everything a client can ever be told. `status` is the HTTP
 * status when nothing was executed (execution errors travel in a 200 by the GraphQL-over-HTTP rules).
 */
export const ERRORS = {
  BAD_USER_INPUT: {
    status: 400,
    retryable: false,
    message: 'The input is not acceptable. See issues.',
  },
  BAD_REQUEST: {
    status: 400,
    retryable: false,
    message: 'The request is not one of GraphQL over HTTP. The message says why.',
  },
  /** Apollo's clients know this code: they send the document itself from then on. */
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 400,
    retryable: false,
    message: 'Persisted queries are not served here. Send the document itself.',
  },
  TRUSTED_DOCUMENT_UNKNOWN: {
    status: 404,
    retryable: false,
    message: 'This gateway has no trusted document of that id. An operator can add it.',
  },
  TRUSTED_DOCUMENT_REQUIRED: {
    status: 403,
    retryable: false,
    message: 'Only trusted documents are served here. Send a documentId in the place of query.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    retryable: false,
    message: 'The document is not valid GraphQL.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    retryable: false,
    message: 'The document does not fit the schema.',
  },
  DOCUMENT_TOO_LARGE: {
    status: 400,
    retryable: false,
    message: 'The document is too large, deep or costly.',
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    retryable: false,
    message: 'The answer would be larger than 8 MB. Ask for fewer entries or fields.',
  },
  TOO_MANY_SPENDING_FIELDS: {
    status: 400,
    retryable: false,
    message: 'A document may contain one spending field only.',
  },
  WRONG_TRANSPORT: {
    status: 400,
    retryable: false,
    message: 'This kind of operation is not served on this transport.',
  },
  UNAUTHENTICATED: {
    status: 401,
    retryable: false,
    message: 'A valid API key or access token is required.',
  },
  /** RFC 6750 has no word for it: the token may be good. */
  ISSUER_UNAVAILABLE: {
    status: 503,
    retryable: true,
    message: 'The token cannot be verified now: its issuer cannot be reached. Try again.',
  },
  FORBIDDEN: {
    status: 403,
    retryable: false,
    message: 'The credential does not permit this. If it lacks a scope, see requiredScopes.',
  },
  TOKENS_NOT_ISSUED: {
    status: 501,
    retryable: false,
    message: 'This server issues no tokens. An operator must give it a signing key.',
  },
  HTTPS_REQUIRED: {
    status: 403,
    retryable: false,
    message: 'Use https. Replace a credential that was sent without it.',
  },
  CLIENT_CERTIFICATE_REQUIRED: {
    status: 403,
    retryable: false,
    message: 'A client certificate that this server trusts is required beside the credential.',
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    retryable: false,
    message: 'Web pages of this origin may not connect. An operator can allow it.',
  },
  POLICY_REFUSED: {
    status: 403,
    retryable: false,
    message: 'The policy of your tenant or key does not permit this request. See issues.',
  },
  TENANT_STOPPED: {
    status: 403,
    retryable: false,
    message: 'Too many of your requests were moderated. An operator must lift the stop.',
  },
  NOT_FOUND: { status: 404, retryable: false, message: 'No such object, or you may not see it.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    retryable: false,
    message: 'This path does not serve that method.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    retryable: true,
    message: 'The request took too long to arrive.',
  },
  CONFLICT: {
    status: 409,
    retryable: false,
    message: 'The object is not in a state that allows this.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    retryable: false,
    message: 'The idempotency key was used with another input.',
  },
  CURSOR_EXPIRED: {
    status: 410,
    retryable: false,
    message: 'The cursor is older than the events that are kept.',
  },
  TOO_MANY_LIVE_TASKS: {
    status: 429,
    retryable: true,
    message: 'You have as many live tasks as you may have. Try again when some have settled.',
  },
  TOO_MANY_QUEUED_TASKS: {
    status: 429,
    retryable: true,
    message: 'You have as many queued tasks as you may have. Try again when some have been sent.',
  },
  TOO_MANY_STORED_BYTES: {
    status: 429,
    retryable: true,
    message:
      'Your waiting requests hold as many bytes as they may. Try again when some have been sent, or upload the media (createUpload).',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    retryable: false,
    message: 'The body is larger than this caller may send.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    retryable: false,
    message: 'Send JSON in UTF-8 (application/json).',
  },
  EXPECTATION_FAILED: {
    status: 417,
    retryable: false,
    message: 'The only expectation served is 100-continue.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    retryable: false,
    message: 'The headers are larger than this server reads.',
  },
  DEADLINE_EXCEEDED: {
    status: 504,
    retryable: true,
    message: 'The answer took too long. What was accepted goes on; use the same idempotency key.',
  },
  OVERLOADED: {
    status: 503,
    retryable: true,
    message: 'The gateway is at its limit. Try again later.',
  },
  RATE_LIMITED: {
    status: 429,
    retryable: true,
    message: 'Too many requests, or too costly ones. Try again after retryAfterMs.',
  },
  LIMITS_UNAVAILABLE: {
    status: 503,
    retryable: true,
    message: 'The rate limits cannot be checked, so nothing is bought. Try again later.',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    retryable: true,
    message: 'The database is unavailable. Try again, with the same idempotency key.',
  },
  SHUTTING_DOWN: { status: 503, retryable: true, message: 'This gateway is stopping. Try again.' },
  STORED_DATA_UNREADABLE: {
    status: 500,
    retryable: false,
    message: 'What is stored cannot be decrypted. An operator must look.',
  },
  INTERNAL: { status: 500, retryable: false, message: 'Something went wrong inside the gateway.' },
  BUDGET_EXCEEDED: {
    status: 402,
    retryable: false,
    message: 'A budget does not have enough credits left. See issues.',
  },
  PRICE_UNKNOWN: {
    status: 402,
    retryable: false,
    message:
      'Your credits are limited, and the most that this request can cost is not known. An operator can permit such requests.',
  },
  INPUT_EXPIRED: {
    status: 410,
    retryable: false,
    message: 'The stored input no longer holds its media. Send the request anew.',
  },
  RUNWAY_OUT_OF_CREDITS: {
    status: 402,
    retryable: false,
    message: 'The Runway account has too few credits.',
  },
  RUNWAY_NOT_FOUND: { status: 404, retryable: false, message: 'Runway knows no such object.' },
  RUNWAY_UNAUTHORIZED: {
    status: 502,
    retryable: false,
    message:
      'Runway refuses the secret of the account. An operator, or the tenant that brought it, must look.',
  },
  RUNWAY_CREDENTIAL_REFUSED: {
    status: 400,
    retryable: false,
    message: 'Runway refuses this secret. Nothing was stored.',
  },
  RUNWAY_REFUSED: {
    status: 400,
    retryable: false,
    message: 'Runway refused the request. If it said why, see runway.',
  },
  RUNWAY_RATE_LIMITED: {
    status: 429,
    retryable: true,
    message: 'Runway is limiting requests. Try again later.',
  },
  RUNWAY_UNAVAILABLE: {
    status: 503,
    retryable: true,
    message: 'Runway cannot be reached. Try again later.',
  },
} as const satisfies Record<string, { status: number; retryable: boolean; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

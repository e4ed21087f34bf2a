import { gatewayErrorOf, GatewayClientError } from '../../../client/src/urql.js';

/** An error as a person reads it: what happened, and each thing that is to be changed. */
export interface ErrorText {
  readonly title: string;
  readonly details: readonly string[];
  /** Finds the request in the gateway’s log. */
  readonly requestId: string | undefined;
}

export function errorText(error: unknown): ErrorText {
  const known = error instanceof GatewayClientError ? error : gatewayErrorOf(error);
  if (known === undefined) {
    const title = error instanceof Error ? error.message : String(error);
    return { title, details: [], requestId: undefined };
  }
  const { message, issues, runway, requestId } = known;
  const details = issues.map((issue) =>
    issue.allowed === undefined
      ? issue.message
      : `${issue.message} Allowed: ${issue.allowed.join(', ')}.`,
  );
  if (runway?.message !== undefined) details.push(`Runway says: ${runway.message}`);
  return { title: message, details, requestId };
}

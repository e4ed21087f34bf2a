import type { ServerResponse } from 'node:http';
import { gatewayResponse } from '../answers/gateway-response.js';

/** A limit as it stands after a request was counted. */
interface CountedLimit {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
  readonly remaining: number;
  readonly resetMs: number;
  /** In base64: which holder the count is of. */
  readonly partition?: string;
}

/** `RateLimit` and `RateLimit-Policy` of one limit. Source: draft 8 of the RateLimit header fields. */
export function addRateLines(response: ServerResponse, counted: CountedLimit): void {
  const { name, limit, windowMs, remaining, resetMs, partition } = counted;
  const answer = gatewayResponse(response);
  const seconds = String(Math.max(0, Math.ceil(resetMs / 1_000)));
  answer.addLine('RateLimit', `"${name}"; r=${String(remaining)}; t=${seconds}`);
  const window = String(Math.ceil(windowMs / 1_000));
  const key = partition === undefined ? '' : `; pk=:${partition}:`;
  answer.addLine('RateLimit-Policy', `"${name}"; q=${String(limit)}; w=${window}${key}`);
}

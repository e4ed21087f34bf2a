import type { GraphQLResponse } from '@apollo/server';
import type { Response } from 'express';
import { GatewayError } from '../../errors.js';
import { answerType } from '../requests/request-headers.js';

/** Answers with what was executed. Does nothing when an answer has begun: a deadline may have passed. */
export function answerResult(
  response: Response,
  { body, http }: Pick<GraphQLResponse, 'body' | 'http'>,
): void {
  if (response.headersSent || response.destroyed) return;
  if (body.kind !== 'single') throw new GatewayError('INTERNAL', { detail: 'a result in pieces' });
  const { errors, data, extensions } = body.singleResult;
  const text = JSON.stringify({ errors, data, extensions });
  const head = [...http.headers].flat();
  head.push('Content-Type', `${answerType(response.req)}; charset=utf-8`);
  head.push('Content-Length', String(Buffer.byteLength(text)));
  // One list, which goes on the wire beside the usual headers as it is.
  response.writeHead(http.status ?? 200, head).end(text);
}

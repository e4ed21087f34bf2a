import type { IncomingMessage } from 'node:http';
import express, { type Express } from 'express';
import { GatewayResponse } from '../answers/gateway-response.js';

/** What a server makes for each request. */
export interface MessageClasses {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof GatewayResponse;
}

/**
 * An app, and classes whose objects are its requests and responses from the start: express would give
 * each object of Node another prototype, which makes all later work with it slower.
 */
export function makeApp(Message: typeof IncomingMessage): {
  readonly app: Express;
  readonly messages: MessageClasses;
} {
  const app = express();
  class AppRequest extends Message {}
  class AppResponse<R extends IncomingMessage> extends GatewayResponse<R> {}
  const { request, response } = express;
  extend(AppRequest.prototype, request, app);
  extend(AppResponse.prototype, response, app);
  app.request = AppRequest.prototype as unknown as typeof app.request;
  app.response = AppResponse.prototype as unknown as typeof app.response;
  return { app, messages: { IncomingMessage: AppRequest, ServerResponse: AppResponse } };
}

function extend(prototype: object, methods: object, app: Express): void {
  Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(methods));
  Object.defineProperty(prototype, 'app', { value: app, configurable: true, writable: true });
}

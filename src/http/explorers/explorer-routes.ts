import express, { type Request, type Response, type Router } from 'express';
import { HOW_TO_INSTALL } from '../../ports/optional-package.js';
import { announceUnread, endWithUnread } from '../bodies/unread-body.js';
import { findOfflineExplorer, offlineExplorerCsp } from './offline-explorer.js';
import { pageNonce } from './page-nonce.js';
import { sandboxCsp, sandboxPage } from './sandbox-page.js';

/**
 * Pages to try the graph with, for people: Apollo Sandbox where a browser opens `graphqlPath`, and
 * below it an explorer that needs no other host.
 */
export function explorerRoutes(graphqlPath: string): Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  const baseUrl = `${graphqlPath}/explorer/`;
  router.get(graphqlPath, (request, response, next) => {
    if (wantsPage(request)) {
      const nonce = pageNonce();
      answerPage(response, sandboxCsp(nonce), sandboxPage(nonce, baseUrl));
    } else next();
  });
  router.get(baseUrl, async (_request, response) => {
    const explorer = await findOfflineExplorer();
    if (explorer === undefined) {
      answerNotInstalled(response);
      return;
    }
    const nonce = pageNonce();
    const page = explorer.page(nonce, { baseUrl, graphqlUrl: graphqlPath });
    answerPage(response, offlineExplorerCsp(nonce), page);
  });
  router.use(baseUrl, async (request, response, next) => {
    const explorer = await findOfflineExplorer();
    if (explorer === undefined) {
      next();
      return;
    }
    announceUnread(response);
    const options = { index: false, redirect: false, cacheControl: false };
    express.static(explorer.files, options)(request, response, next);
  });
  return router;
}

function answerNotInstalled(response: Response): void {
  response.status(404).setHeader('Content-Type', 'text/plain; charset=utf-8');
  const text = `The explorer that needs no other host (altair-static) is not installed. ${HOW_TO_INSTALL}\n`;
  endWithUnread(response, text);
}

/** A browser that opens the address; whatever else asks by GET is told to use POST. */
function wantsPage(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html';
}

function answerPage(response: Response, csp: string, page: string): void {
  response.setHeader('Content-Security-Policy', csp);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  endWithUnread(response, page);
}

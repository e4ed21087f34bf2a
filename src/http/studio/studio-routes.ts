import express, { type Request, type Response, type Router } from 'express';
import { announceUnread } from '../bodies/unread-body.js';
import { studioCsp, type StudioHosts } from './studio-csp.js';
import { readStudioFiles, type StudioFile, type StudioFiles } from './studio-files.js';

/** What the page asks for when it opens. */
export interface StudioSettings {
  /** Where people sign in; null: with an API key alone. */
  readonly signIn: StudioSignIn | null;
}

/** A public client of an OpenID Connect issuer. */
export interface StudioSignIn {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** What its access tokens are for (RFC 8707); null: the issuer knows. */
  readonly resource: string | null;
}

export interface StudioOptions {
  /** Folder of the build. */
  readonly folder: string;
  readonly hosts: StudioHosts;
  readonly settings: StudioSettings;
}

export const STUDIO_PATH = '/studio';

/** Build tools put a hash of the content into these names. */
const HASHED = 'assets/';

const FOREVER = 'public, max-age=31536000, immutable';

/**
 * The studio: its build, and for every other path of its own the page, which reads the path itself.
 * The build is read with the first request.
 */
export function studioRoutes({ folder, hosts, settings }: StudioOptions): Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  let reading: Promise<StudioFiles> | undefined;
  const files = (): Promise<StudioFiles> =>
    (reading ??= readStudioFiles(folder).catch((error: unknown) => {
      reading = undefined;
      throw error;
    }));
  router.get(STUDIO_PATH, (_request, response) => {
    announceUnread(response);
    response.redirect(308, `${STUDIO_PATH}/`);
  });
  router.get(`${STUDIO_PATH}/settings.json`, (_request, response) => {
    announceUnread(response);
    response.json(settings);
  });
  router.get(`${STUDIO_PATH}/{*path}`, async (request, response, next) => {
    const path = request.path.slice(STUDIO_PATH.length + 1);
    const all = await files();
    const file = all.get(path);
    const page = all.get('index.html');
    if (file !== undefined && file !== page) {
      if (path.startsWith(HASHED)) response.setHeader('Cache-Control', FOREVER);
      send(request, response, file);
    } else if (page !== undefined && !path.startsWith(HASHED)) {
      response.setHeader('Content-Security-Policy', studioCsp(hosts));
      send(request, response, page);
    } else next();
  });
  return router;
}

function send(request: Request, response: Response, { type, body, gzipped }: StudioFile): void {
  announceUnread(response);
  response.setHeader('Content-Type', type);
  response.vary('Accept-Encoding');
  const isPacked = request.acceptsEncodings('gzip', 'identity') === 'gzip';
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  response.end(isPacked ? gzipped : body);
}

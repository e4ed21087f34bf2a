import type { Request, Response } from 'express';
import helmet from 'helmet';

/** 1 year. */
const HSTS_SECONDS = 31_536_000;

/** For answers that are data: nothing may be loaded, and no page may frame them. */
const dataHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: { maxAge: HSTS_SECONDS, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
});

/** Names and values in turn. helmet is asked once: for every request it says the same. */
export const SECURITY_HEADERS: readonly string[] = [...saidByHelmet(), 'Cache-Control', 'no-store'];

function saidByHelmet(): readonly string[] {
  const headers: string[] = [];
  const listening: Pick<Response, 'setHeader' | 'removeHeader'> = {
    setHeader(name, value) {
      headers.push(name, String(value));
      return this as Response;
    },
    removeHeader: () => undefined,
  };
  // It calls back before it returns, because none of its values is made for a request.
  dataHeaders({} as Request, listening as Response, () => undefined);
  return headers;
}

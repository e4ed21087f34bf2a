/** Hosts that the studio's page may call besides this gateway, as sources of a content security policy. */
export interface StudioHosts {
  /** Where outputs are served. */
  readonly media: () => readonly string[];
  /** Where files are uploaded to. */
  readonly uploads: readonly string[];
  /** Origin of the issuer that people sign in at; undefined: there is none. */
  readonly issuer: string | undefined;
}

/**
 * The page's own files and this gateway, media where outputs are served, and nothing else. No script
 * or style stands in the page, and no text becomes a script.
 */
export function studioCsp({ media, uploads, issuer }: StudioHosts): string {
  const shown = media();
  const connect = [...uploads, ...(issuer === undefined ? [] : [issuer])];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ['img-src', "'self'", 'blob:', ...shown].join(' '),
    ['media-src', "'self'", 'blob:', ...shown].join(' '),
    ['connect-src', "'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

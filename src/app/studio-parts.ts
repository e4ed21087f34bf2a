import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import type { StudioOptions } from '../http/studio/studio-routes.js';
import type { Base } from './base.js';
import type { Machine } from './machine.js';
import type { Runway } from './runway.js';
import { audienceOf } from './tokens.js';

/** Where the build may be: beside the compiled gateway, and where `npm run dev` finds it. */
const FOLDERS = ['../studio', '../../dist/studio'].map((path) =>
  resolve(import.meta.dirname, path),
);

/** Hosts of Runway's upload forms. */
const UPLOAD_HOSTS = ['https://*.amazonaws.com'];

/**
 * How the studio is served; undefined where it is off, and in development where it has not been
 * built. Throws in production where it is on and has not been built.
 */
export function studioOptions(
  { config, log }: Pick<Base, 'config' | 'log'>,
  { emulator }: Pick<Runway, 'emulator'>,
  { studioFolder }: Machine,
  outputsUrl: () => string,
): StudioOptions | undefined {
  const { studio, production } = config;
  if (!studio.isOn) return undefined;
  const folders = studioFolder === undefined ? FOLDERS : [studioFolder];
  const folder = folders.find((each) => existsSync(join(each, 'index.html')));
  if (folder === undefined) {
    if (production) throw new Error('STUDIO=true, but there is no build: run `npm run build`.');
    log.info({}, 'the studio has not been built: run `npm run build`');
    return undefined;
  }
  const signIn = signInOf(config);
  const standIn = emulator?.url ?? standInOf(config);
  return {
    folder,
    hosts: {
      media: () => [outputsUrl()],
      uploads: hostsOf(studio.uploadHosts, UPLOAD_HOSTS, standIn),
      issuer: signIn === null ? undefined : new URL(signIn.issuer).origin,
    },
    settings: { signIn },
  };
}

/** An emulator of another process: Runway itself speaks https. */
function standInOf({ runway: { baseUrl } }: Config): string | undefined {
  return baseUrl.startsWith('http:') ? baseUrl : undefined;
}

function hostsOf(
  configured: readonly string[],
  runways: readonly string[],
  standIn: string | undefined,
): readonly string[] {
  if (configured.length > 0) return configured;
  return standIn === undefined ? runways : [new URL(standIn).origin];
}

function signInOf({
  studio,
  oauthIssuers,
  publicUrl,
}: Config): StudioOptions['settings']['signIn'] {
  const { signInIssuer, signInClient, signInScope } = studio;
  const issuer = oauthIssuers.find(({ name }) => name === signInIssuer);
  if (issuer === undefined || signInClient === undefined) return null;
  const audience = issuer.audience ?? (publicUrl === undefined ? undefined : audienceOf(publicUrl));
  return {
    name: issuer.name,
    issuer: issuer.issuer,
    clientId: signInClient,
    scope: signInScope,
    resource: audience !== undefined && URL.canParse(audience) ? audience : null,
  };
}

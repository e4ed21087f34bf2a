import { list, openFlag, optionalText, text, type TextCheck } from '../setting-types.js';

/** `https://host`, `https://*.host`, with or without a port; plain http for this machine. */
const HOST_SOURCE =
  /^(?:https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?$/;

const hostSources = {
  accepts: (hosts: readonly string[]) => hosts.every((host) => HOST_SOURCE.test(host)),
  error:
    'must list https://host or https://*.host, with commas between them; http for this machine only.',
};

const scopeList: TextCheck = {
  accepts: (scope) => /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(scope),
  error: 'must list scopes with single spaces between them.',
};

export const studioSettings = {
  studio: {
    isOn: openFlag('STUDIO', {
      whenEmpty: 'true, but false in production and with TRUSTED_DOCUMENTS=only',
      text: 'Serves the studio, a web page to make and find things with, at /studio/. It calls this gateway, OUTPUTS_URL, the hosts of the next setting, and the issuer of STUDIO_SIGN_IN_ISSUER.',
    }),
    uploadHosts: list('STUDIO_UPLOAD_HOSTS', {
      type: 'list of hosts, comma-separated',
      check: hostSources,
      whenEmpty: 'https://*.amazonaws.com, or the emulator where it stands in for Runway',
      text: 'Where Runway takes uploads: the studio sends files to these hosts alone.',
    }),
    signInIssuer: optionalText('STUDIO_SIGN_IN_ISSUER', {
      type: 'name of an issuer',
      whenEmpty: 'people sign in to the studio with an API key',
      text: 'The entry of OAUTH_ISSUERS that people may sign in to the studio at: by OpenID Connect, authorization code flow with PKCE. Set together with STUDIO_SIGN_IN_CLIENT.',
    }),
    signInClient: optionalText('STUDIO_SIGN_IN_CLIENT', {
      type: 'client id',
      text: 'The studio’s client id at that issuer: a public client whose redirect address is PUBLIC_URL with /studio/.',
    }),
    signInScope: text('STUDIO_SIGN_IN_SCOPE', {
      default: 'openid',
      check: scopeList,
      text: 'The scopes that the studio asks that issuer for, with spaces between them.',
    }),
  },
};

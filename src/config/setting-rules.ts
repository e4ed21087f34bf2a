import { isWebOrigin } from '../domain/origin.js';
import { isHttpsOrLocal } from '../domain/web-address.js';
import type { SettingValues } from './settings.js';

/** Whether a Runway secret is configured. */
export function hasRunwaySecret({ runway }: SettingValues): boolean {
  return runway.secrets.length > 0 || runway.secretFile !== undefined;
}

/** What is wrong with settings beside each other. */
export function ruleProblems(values: SettingValues): readonly string[] {
  return RULES.flatMap((rule) => rule(values));
}

const RULES: readonly ((values: SettingValues) => string | readonly string[])[] = [
  ({ runway: { secrets, secretFile } }) =>
    secretFile !== undefined && secrets.length > 0
      ? 'RUNWAYML_API_SECRET_FILE must not be set beside RUNWAYML_API_SECRET.'
      : [],
  (values) =>
    values.nodeEnv === 'production' && !hasRunwaySecret(values) && values.emulator !== true
      ? 'RUNWAYML_API_SECRET or RUNWAYML_API_SECRET_FILE is required when NODE_ENV=production (or EMULATOR=true, to serve from the emulator).'
      : [],
  ({ nodeEnv, runway: { baseUrl } }) =>
    nodeEnv === 'production' && !isHttpsOrLocal(baseUrl)
      ? 'RUNWAYML_BASE_URL must be https in production, or an address of this machine: every request carries the secret.'
      : [],
  ({ encryption: { keys, keyFile } }) =>
    keys !== undefined && keyFile !== undefined
      ? 'ENCRYPTION_KEY_FILE must not be set beside ENCRYPTION_KEY.'
      : [],
  ({ nodeEnv, encryption: { keys, keyFile } }) =>
    nodeEnv === 'production' && keys === undefined && keyFile === undefined
      ? 'ENCRYPTION_KEY_FILE or ENCRYPTION_KEY is required when NODE_ENV=production: 32 random bytes in Base64, the same on every node.'
      : [],
  publicUrlProblems,
  ({ tls: { certFile, keyFile, clientCaFile } }) => {
    const isComplete = certFile !== undefined && keyFile !== undefined;
    const isUnset = [certFile, keyFile, clientCaFile].every((file) => file === undefined);
    return isComplete || isUnset ? [] : 'TLS_CERT_FILE must be set together with TLS_KEY_FILE.';
  },
  ({ publicUrl, outputs }) =>
    outputs.url !== undefined && outputs.url === publicUrl
      ? 'OUTPUTS_URL must be another origin than PUBLIC_URL: a file must not act as a page of the gateway.'
      : [],
  ({ nodeEnv, outputs: { url } }) =>
    nodeEnv === 'production' && url !== undefined && !isHttpsOrLocal(url)
      ? 'OUTPUTS_URL must be https in production.'
      : [],
  s3Problems,
  ({ archive: { kind }, databaseUrl, redisUrl }) =>
    kind === 'filesystem' && databaseUrl !== undefined && redisUrl !== undefined
      ? 'ARCHIVE must be s3 or off beside REDIS_URL: filesystem serves one process.'
      : [],
  studioProblems,
  ({ nodeEnv, webhooks }) =>
    nodeEnv === 'production' && webhooks.loopback
      ? 'WEBHOOK_LOOPBACK must not be true in production: webhooks would reach this machine.'
      : [],
  ({ trustedDocuments: { mode, file } }) =>
    (mode === 'off') === (file === undefined)
      ? []
      : 'TRUSTED_DOCUMENTS=prefer or only and TRUSTED_DOCUMENTS_FILE must be set together.',
];

function s3Problems({ archive, nodeEnv }: SettingValues): readonly string[] {
  const { kind, s3, redirects } = archive;
  const problems: string[] = [];
  if ((kind === 's3') !== (s3.bucket !== undefined)) {
    problems.push('ARCHIVE_S3_BUCKET must be set together with ARCHIVE=s3.');
  }
  if ((s3.accessKeyId === undefined) !== (s3.secretAccessKey === undefined)) {
    problems.push(
      'ARCHIVE_S3_SECRET_ACCESS_KEY must be set together with ARCHIVE_S3_ACCESS_KEY_ID.',
    );
  }
  if (redirects && kind !== 's3')
    problems.push('ARCHIVE_REDIRECT must be false without ARCHIVE=s3.');
  if (nodeEnv === 'production' && s3.endpoint !== undefined && !isHttpsOrLocal(s3.endpoint)) {
    problems.push('ARCHIVE_S3_ENDPOINT must be https in production.');
  }
  return problems;
}

function studioProblems({
  studio,
  oauthIssuers,
  trustedDocuments,
}: SettingValues): string | readonly string[] {
  if (studio.isOn === true && trustedDocuments.mode === 'only') {
    return 'STUDIO must not be true beside TRUSTED_DOCUMENTS=only: the page of the studio sends documents.';
  }
  const { signInIssuer, signInClient } = studio;
  if ((signInIssuer === undefined) !== (signInClient === undefined)) {
    return 'STUDIO_SIGN_IN_ISSUER must be set together with STUDIO_SIGN_IN_CLIENT.';
  }
  return signInIssuer === undefined || oauthIssuers.some(({ name }) => name === signInIssuer)
    ? []
    : 'STUDIO_SIGN_IN_ISSUER must be the name of an entry of OAUTH_ISSUERS.';
}

/** Access tokens name it and are refused under any other, so it must be exact. */
function publicUrlProblems(values: SettingValues): string | readonly string[] {
  const { publicUrl, oauthIssuers, tokenSigningKeysFile } = values;
  const isProduction = values.nodeEnv === 'production';
  if (publicUrl === undefined) {
    const hasTokens = tokenSigningKeysFile !== undefined || oauthIssuers.length > 0;
    return isProduction && hasTokens
      ? 'PUBLIC_URL is required in production with TOKEN_SIGNING_KEYS_FILE or OAUTH_ISSUERS.'
      : [];
  }
  if (!isWebOrigin(publicUrl) || (isProduction && !isHttpsOrLocal(publicUrl))) {
    return 'PUBLIC_URL must be an origin such as https://runway.example.com, without a path.';
  }
  return oauthIssuers.some(({ issuer }) => issuer === publicUrl)
    ? 'OAUTH_ISSUERS must not name PUBLIC_URL: it is the issuer of the tokens made here.'
    : [];
}

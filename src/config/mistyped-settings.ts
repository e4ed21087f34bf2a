import { distance } from 'fastest-levenshtein';
import { OTHER_SETTING_NAMES, SETTING_NAMES } from './settings.js';

/** An environment variable that no setting is named like, and the setting that it resembles. */
export interface SuspectVariable {
  readonly name: string;
  /** Undefined: the name begins like settings of the gateway and resembles none. */
  readonly resembles: string | undefined;
}

/** Two wrong letters of a shorter name make another word: HOST is no mistyped HOME. */
const SHORT_NAME_LENGTH = 7;

/** Words that begin names of settings and of nothing else that is usual in an environment. */
const OWN_PREFIXES = new Set(
  [...SETTING_NAMES]
    .map((name) => name.slice(0, name.indexOf('_') + 1))
    .filter((prefix) => prefix !== ''),
);

const SHARED_PREFIXES = [
  'DATABASE_',
  'DATA_',
  'HOST_',
  'HTTPS_',
  'HTTP_',
  'LOG_',
  'NODE_',
  'NO_',
  'OTEL_',
  'PUBLIC_',
  'REDIS_',
];
for (const prefix of SHARED_PREFIXES) OWN_PREFIXES.delete(prefix);

/** Variables of Runway's SDK, which the gateway does not let it read, and of proxies that it has no use for. */
const OTHERS = new Set([
  ...OTHER_SETTING_NAMES,
  'RUNWAYML_CUSTOM_HEADERS',
  'RUNWAYML_LOG',
  'FTP_PROXY',
  'ftp_proxy',
]);

/** Variables that Kubernetes and Docker set for every service, whatever its name: AUDIT_SERVICE_PORT. */
const SERVICE_LINK = /_(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT(?:_\d+_(?:TCP|UDP)(?:_\w+)?)?)$/;

/** The variables that look like mistyped settings. */
export function suspectVariables(names: readonly string[]): readonly SuspectVariable[] {
  return names.flatMap((name) => {
    if (SETTING_NAMES.has(name) || OTHERS.has(name) || SERVICE_LINK.test(name)) return [];
    const resembles = closestSetting(name);
    const prefix = name.slice(0, name.indexOf('_') + 1).toUpperCase();
    return resembles !== undefined || OWN_PREFIXES.has(prefix) ? [{ name, resembles }] : [];
  });
}

function closestSetting(name: string): string | undefined {
  const upper = name.toUpperCase();
  const distanceMax = upper.length <= SHORT_NAME_LENGTH ? 1 : 2;
  return [...SETTING_NAMES]
    .map((setting) => ({ setting, letters: distance(upper, setting) }))
    .filter(({ letters }) => letters <= distanceMax)
    .sort((one, other) => one.letters - other.letters)[0]?.setting;
}

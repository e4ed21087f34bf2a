import { suspectVariables } from './mistyped-settings.js';
import { listSettings, Setting, type SettingTree, type ValuesOf } from './setting.js';
import { SETTINGS, type SettingValues } from './settings.js';
import { hasRunwaySecret, ruleProblems } from './setting-rules.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that the environment decides, checked once. */
export type Config = ReturnType<typeof configOf>;

/** 1 s: a flood is cut before it has filled the process with work that others wait behind. */
const VIEWER_WINDOW_MS = 1_000;

/** Throws one Error that lists every problem, one a line. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const values = valuesOf(SETTINGS, env, problems);
  problems.push(...demandProblems(env, values), ...ruleProblems(values));
  if (problems.length > 0) throw new Error(`Bad configuration:\n  ${problems.join('\n  ')}`);
  return Object.freeze(configOf(values, env));
}

function valuesOf<Tree extends SettingTree>(
  tree: Tree,
  env: Environment,
  problems: string[],
): ValuesOf<Tree> {
  const values = Object.entries(tree).map(([key, entry]) => [
    key,
    entry instanceof Setting ? entry.read(env, problems) : valuesOf(entry, env, problems),
  ]);
  return Object.fromEntries(values) as ValuesOf<Tree>;
}

/** What production demands and the environment does not give. */
function demandProblems(env: Environment, { nodeEnv }: SettingValues): readonly string[] {
  if (nodeEnv !== 'production') return [];
  return listSettings(SETTINGS).flatMap(({ name, options: { requiredInProduction } }) =>
    requiredInProduction === undefined || (env[name] ?? '').trim() !== ''
      ? []
      : [`${name} is required when NODE_ENV=production: ${requiredInProduction}`],
  );
}

/** Completes the values by what follows from several of them. */
function configOf(values: SettingValues, env: Environment) {
  const { nodeEnv, emulator, emulatorPort, tls, ...others } = values;
  const production = nodeEnv === 'production';
  const startsEmulator = emulator ?? (!production && !hasRunwaySecret(values));
  const { certFile, keyFile, clientCaFile } = tls;
  // The studio's page sends texts.
  const takesTexts = values.trustedDocuments.mode !== 'only';
  return {
    ...others,
    production,
    /** Undefined: the web pages of this machine may call. */
    corsOrigins: values.corsOrigins.length === 0 && !production ? undefined : values.corsOrigins,
    /** Undefined: plain http. */
    tls:
      certFile === undefined || keyFile === undefined
        ? undefined
        : { certFile, keyFile, clientCaFile },
    archive: {
      ...values.archive,
      kind: values.archive.kind ?? (values.databaseUrl === undefined ? 'filesystem' : 'off'),
    },
    rateLimits: {
      ...values.rateLimits,
      viewerWindowMs: VIEWER_WINDOW_MS,
      outputAddressRequests: values.outputs.addressRequests,
      outputTenantRequests: values.outputs.tenantRequests,
    },
    runway: {
      ...values.runway,
      /** The first makes new submissions. Empty: the emulator stands in for Runway. */
      secrets: startsEmulator ? [] : values.runway.secrets,
      secretFile: startsEmulator ? undefined : values.runway.secretFile,
      /** Null: Runway's limits hold. */
      concurrencyMax: values.runway.concurrencyMax === 0 ? null : values.runway.concurrencyMax,
    },
    /** Undefined: no emulator is started. */
    emulatorPort: startsEmulator ? emulatorPort : undefined,
    sandbox: values.sandbox ?? !production,
    studio: { ...values.studio, isOn: values.studio.isOn ?? (!production && takesTexts) },
    /** Environment variables that look like mistyped settings. */
    suspectVariables: suspectVariables(Object.keys(env)),
  };
}

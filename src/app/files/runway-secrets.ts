import { WatchedFiles } from '../../adapters/files/watched-files.js';
import { parseSecrets, RunwayAccounts, type Secrets } from '../../adapters/runway/accounts.js';
import { isRefusedByRunway } from '../../adapters/runway/client/refused-secret.js';
import type { OutwardHttp } from '../../ports/outward/outward-http.js';
import type { Config } from '../../config/config.js';
import { EMULATOR_SECRET } from '../local-emulator.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

/** Runway's secrets begin so. Source: FACTS.md, section 1. */
const SECRET_PREFIX = 'key_';

const SETTING = 'RUNWAYML_API_SECRET_FILE';

/** The operator's Runway secrets: from the environment, or from a file that may be replaced. */
export interface RunwaySecrets {
  readonly accounts: RunwayAccounts;
  /** Begins to look for changes of the file; `onReplaced` is called when new secrets are in use. */
  follow(onReplaced: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Throws, naming the setting, when the file cannot be read or holds no secret. */
export async function readRunwaySecrets(
  { runway }: Pick<Config, 'runway'>,
  {
    clock,
    log,
    outward,
  }: { readonly clock: Clock; readonly log: Logger; readonly outward: OutwardHttp },
): Promise<RunwaySecrets> {
  const { secretFile, secrets } = runway;
  if (secretFile === undefined) {
    warnOfForm(secrets, 'RUNWAYML_API_SECRET', log);
    const [first = EMULATOR_SECRET, ...others] = secrets;
    const accounts = new RunwayAccounts([first, ...others]);
    return { accounts, follow: () => undefined, stop: () => Promise.resolve() };
  }
  let onReplaced: () => Promise<void> = () => Promise.resolve();
  const files = new WatchedFiles({
    paths: { [SETTING]: secretFile },
    use: async (texts) => {
      const secrets = secretsOf(texts, log);
      const { baseUrl } = runway;
      const runwayAt = { baseUrl, outward, clock };
      if (accounts.isNew(secrets[0]) && (await isRefusedByRunway(secrets[0], runwayAt))) {
        throw new Error(`${SETTING}: Runway refuses the first secret of the file.`);
      }
      accounts.replace(secrets);
      await onReplaced();
    },
    clock,
    log,
  });
  const accounts = new RunwayAccounts(secretsOf(await files.read(), log));
  return {
    accounts,
    follow: (call) => {
      onReplaced = call;
      files.start();
    },
    stop: () => files.stop(),
  };
}

function secretsOf(texts: Readonly<Record<string, string>>, log: Logger): Secrets {
  try {
    const secrets = parseSecrets(texts[SETTING] ?? '');
    warnOfForm(secrets, SETTING, log);
    return secrets;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'cannot be used';
    throw new Error(`${SETTING}: the file ${reason}.`, { cause: error });
  }
}

function warnOfForm(secrets: readonly string[], setting: string, log: Logger): void {
  if (secrets.every((secret) => secret.startsWith(SECRET_PREFIX))) return;
  log.warn({}, `${setting} does not begin with ${SECRET_PREFIX}: is it a Runway secret?`);
}

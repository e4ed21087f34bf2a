import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrivateFile } from '../adapters/files/create-private-file.js';
import type { Config } from '../config/config.js';
import { auditRecord } from '../domain/audit.js';
import type { AuditLog } from '../ports/audit/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { Metrics } from '../ports/telemetry/metrics.js';
import { auditor } from '../pollers/auditor.js';
import type { Loop } from '../concurrency/loop.js';
import { AuditWriter } from '../services/audit/audit-writer.js';
import { ChainKeeper } from '../services/audit/chain-keeper.js';
import { ChainKeys } from '../services/audit/chain-keys.js';

const DAY_MS = 86_400_000;

/** The audit log of a process. */
export interface Audit {
  readonly writer: AuditWriter;
  readonly loops: readonly Loop[];
  /** To be called when the start may leave traces. Throws, naming the setting, for a key that does not fit. */
  start(): Promise<void>;
  /** To be called last, when nothing is refused or changed any more. */
  stop(): Promise<void>;
}

export function openAudit(
  config: Config,
  { log: auditLog, clock, logger, metrics }: AuditParts & { readonly metrics: Metrics },
): Audit {
  const writer = new AuditWriter({ log: auditLog, clock, logger, metrics });
  let keeper: ChainKeeper | undefined;
  const tell = (event: 'sys_startup' | 'sys_shutdown'): Promise<void> =>
    writer.write(auditRecord(event, 'DONE', { id: randomUUID(), at: clock.now() }));
  return {
    writer,
    loops: [auditor({ writer, keeper: () => keeper, clock, log: logger })],
    start: async () => {
      keeper = await openKeeper(config, { log: auditLog, clock, logger });
      await tell('sys_startup');
    },
    stop: async () => {
      if (keeper === undefined) return;
      try {
        await writer.flush();
        await tell('sys_shutdown');
        await writer.flush();
        await keeper.seal();
        await keeper.anchor();
      } catch (error) {
        logger.error({ err: error }, 'the last audit records could not be written or sealed');
      }
    },
  };
}

interface AuditParts {
  readonly log: AuditLog;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Undefined where the chain is another's: outside production nodes may have keys of their own. */
async function openKeeper(config: Config, parts: AuditParts): Promise<ChainKeeper | undefined> {
  const { keyFile, anchorFile, retentionDays } = config.audit;
  if (keyFile === undefined) await makeChainKey(config);
  const keeper = new ChainKeeper({
    ...parts,
    keys: await readChainKeys(config),
    anchorFile: anchorFile === undefined ? undefined : anchorsAt(anchorFile),
    keptMs: retentionDays * DAY_MS,
  });
  try {
    await keeper.checkKey(keyFile === undefined ? 'DATA_DIR' : 'AUDIT_KEY_FILE');
    return keeper;
  } catch (error) {
    if (keyFile !== undefined) throw error;
    parts.logger.warn({ err: error }, 'this node does not seal the audit log');
    return undefined;
  }
}

function keyPath({ dataDir, audit }: Config): string {
  return audit.keyFile ?? join(dataDir, 'audit.key');
}

async function makeChainKey(config: Config): Promise<void> {
  await createPrivateFile(keyPath(config), `${randomBytes(32).toString('hex')}\n`, 'DATA_DIR');
}

/** Throws, naming the setting, when the file cannot be read, or holds no key. */
export async function readChainKeys(config: Config): Promise<ChainKeys> {
  const setting = config.audit.keyFile === undefined ? 'DATA_DIR' : 'AUDIT_KEY_FILE';
  const path = keyPath(config);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${setting}: ${path} cannot be read.`, { cause: error });
  });
  return new ChainKeys(text, setting);
}

function anchorsAt(path: string) {
  return {
    append: async (line: string): Promise<void> => {
      await appendFile(path, line, { mode: 0o600 });
    },
  };
}

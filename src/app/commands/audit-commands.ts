import { open } from 'node:fs/promises';
import { pinoLogger } from '../../adapters/log/pino-logger.js';
import { PostgresAuditLog } from '../../adapters/postgres/audit/postgres-audit-log.js';
import { openDatabase } from '../../adapters/postgres/connection/database.js';
import { systemClock } from '../../adapters/system-clock.js';
import { readChainKeys } from '../open-audit.js';
import type { Config } from '../../config/config.js';
import type { Seal } from '../../domain/audit.js';
import type { AuditLog } from '../../ports/audit/audit-log.js';
import {
  checkChain,
  UNSEALED_MS_MAX,
  type ChainVerdict,
} from '../../services/audit/chain-check.js';
import { ChainKeeper } from '../../services/audit/chain-keeper.js';

const DAY_MS = 86_400_000;

const PAGE = 1_000;

/** `npm run audit:verify`. */
export async function verifyAudit(
  config: Config,
  { anchorFile }: { readonly anchorFile?: string | undefined },
): Promise<ChainVerdict> {
  const anchors = anchorFile === undefined ? [] : await readAnchors(anchorFile);
  const keys = await readChainKeys(config);
  const pause = () => systemClock.sleep(UNSEALED_MS_MAX);
  return await withAuditLog(config, (log) =>
    checkChain(log, keys, { now: systemClock.now(), anchors, pause }),
  );
}

/** `npm run audit:export`: every sealed record with its seal, a line each, in the order of the chain. */
export async function exportAudit(
  config: Config,
  write: (line: string) => Promise<void>,
): Promise<void> {
  await withAuditLog(config, async (log) => {
    let after = 0;
    for (;;) {
      const page = await log.listSealed({ after, limit: PAGE });
      for (const { record, seal, keyMark } of page) {
        await write(`${JSON.stringify({ ...record, ...seal, keyMark })}\n`);
        after = seal.position;
      }
      if (page.length < PAGE) return;
    }
  });
}

/** `npm run audit:prune`: what the gateway does by itself where its role may delete. */
export async function pruneAudit(config: Config): Promise<number> {
  const keys = await readChainKeys(config);
  const { log: logger } = pinoLogger({ level: 'error', format: 'auto' });
  const keptMs = config.audit.retentionDays * DAY_MS;
  return await withAuditLog(config, async (log) => {
    const parts = { log, keys, clock: systemClock, logger, anchorFile: undefined, keptMs };
    const deleted = await new ChainKeeper(parts).deleteOld();
    if (deleted === undefined) throw new Error('DATABASE_URL: this role may not delete records.');
    return deleted;
  });
}

async function withAuditLog<Result>(
  { databaseUrl: url, databaseSchema: schema, dataDir }: Config,
  work: (log: AuditLog) => Promise<Result>,
): Promise<Result> {
  const { log } = pinoLogger({ level: 'error', format: 'auto' });
  const database = await openDatabase({ url, schema, dataDir, log });
  try {
    return await work(new PostgresAuditLog(database));
  } finally {
    await database.close();
  }
}

/** Lines that hold no head, as those of a log file, are passed over; a file without any is an error. */
async function readAnchors(path: string): Promise<readonly Seal[]> {
  const anchors: Seal[] = [];
  try {
    const file = await open(path);
    for await (const line of file.readLines()) {
      const anchor = anchorIn(line);
      if (anchor !== undefined) anchors.push(anchor);
    }
  } catch (error) {
    throw new Error(`--anchor: ${path} cannot be read.`, { cause: error });
  }
  if (anchors.length > 0) return anchors;
  throw new Error(`--anchor: ${path} holds no head of an audit log.`);
}

function anchorIn(line: string): Seal | undefined {
  try {
    const { position, mac } = JSON.parse(line) as Partial<Seal>;
    return typeof position === 'number' && typeof mac === 'string' ? { position, mac } : undefined;
  } catch {
    return undefined;
  }
}

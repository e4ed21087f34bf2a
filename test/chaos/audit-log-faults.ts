import { readFile } from 'node:fs/promises';
import { PostgresAuditLog } from '../../src/adapters/postgres/audit/postgres-audit-log.js';
import type { Database } from '../../src/adapters/postgres/connection/database.js';
import type { AuditRecord, SealedRecord } from '../../src/domain/audit.js';
import { checkChain } from '../../src/services/audit/chain-check.js';
import { ChainKeys } from '../../src/services/audit/chain-keys.js';
import { compareAnswers, type AnsweredFindings } from './answered-records.js';
import { tamperWith, type TamperingFindings } from './tampering.js';

const PAGE = 1_000;

export interface AuditLogFindings {
  /** Accepted requests that have exactly one record, that of their acceptance. */
  readonly recorded: number;
  readonly records: number;
  /** Whether every record is as it was sealed, in its place. */
  readonly isWhole: boolean;
  readonly answered: AnsweredFindings;
  readonly tampering: TamperingFindings;
  readonly faults: readonly string[];
}

/** What the records of a run are compared with, beside its store. */
export type RunFacts = Omit<Parameters<typeof compareAnswers>[0], 'records'> & {
  readonly keyFile: string;
  readonly anchorFile: string;
};

/**
 * Compares the tasks in the store with the records of their acceptance: each has one, each names a task
 * that is there, no request has two of the same kind, what clients were answered is what the records
 * say, the chain is whole, and would not be after any tampering. Gateways must have stopped, so that
 * all is sealed. Clients of this run are never refused by Runway while they wait, so no task is deleted.
 */
export async function findAuditLogFaults(
  database: Database,
  { keyFile, anchorFile, ...run }: RunFacts,
): Promise<AuditLogFindings> {
  const log = new PostgresAuditLog(database);
  const keys = new ChainKeys(await readFile(keyFile, 'utf8'), keyFile);
  const verdict = await checkChain(log, keys, { now: new Date() });
  const chain = verdict.kind === 'whole' ? [] : [`the chain is broken: ${JSON.stringify(verdict)}`];

  const acceptances = new Map<string, number>();
  const requests = new Map<string, number>();
  const records: AuditRecord[] = [];
  for await (const { record } of sealedRecords(log)) {
    const { event, verdict: became, requestId, objects } = record;
    if (event !== 'submission_refused') records.push(record);
    if (event !== 'spend_request') continue;
    if (became === 'ACCEPTED') for (const object of objects) addOne(acceptances, object);
    if (requestId !== null) addOne(requests, requestId);
  }
  const tasks = await database.kysely.selectFrom('tasks').select('id').execute();
  const objects = new Set(tasks.map(({ id }) => `task:${id}`));
  const wrong = [...objects]
    .map((object) => ({ object, count: acceptances.get(object) ?? 0 }))
    .filter(({ count }) => count !== 1);
  const answered = compareAnswers({ ...run, records });
  const tampering = await tamperWith(database, keys, anchorFile);
  return {
    recorded: objects.size - wrong.length,
    records: records.length,
    isWhole: verdict.kind === 'whole',
    answered,
    tampering,
    faults: [
      ...chain,
      ...answered.faults,
      ...tampering.faults,
      ...wrong.map(({ object, count }) => `${object} has ${count} records of its acceptance`),
      ...[...acceptances.keys()]
        .filter((object) => !objects.has(object))
        .map((object) => `${object} has a record and is not in the store`),
      ...[...requests]
        .filter(([, count]) => count > 1)
        .map(([id, count]) => `request ${id} has ${count} records`),
    ],
  };
}

async function* sealedRecords(log: PostgresAuditLog): AsyncGenerator<SealedRecord> {
  let after = 0;
  for (;;) {
    const page = await log.listSealed({ after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.seal.position;
  }
}

function addOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

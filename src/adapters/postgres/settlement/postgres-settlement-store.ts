import { sql } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import { isLiveUpstream, isSettled } from '../../../domain/task/task.js';
import type { Failure } from '../../../domain/task/task.js';
import { isUuid } from '../../../domain/uuid.js';
import { RESOURCE_KINDS } from '../../../domain/resource/kinds.js';
import type { Settlement, SettlementStore } from '../../../ports/settlement/settlement-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { hasTwin } from '../submission/twins.js';
import type { SubmissionsTable } from '../submission/submission-tables.js';
import { confirmedChange, isCorrectable, isUnconfirmed } from './confirmed-task.js';
import { dropped, GATEWAY, isGuessed, SEARCH, UNREAD } from './guesses.js';
import { findRequest, listLost, listOpen, type Reads } from './settlement-reads.js';
import { changeHidden, changeTask } from '../tasks/task-change.js';
import type { Change } from '../tasks/write-change.js';
import { lockFreeTask, lockTask, type Db, type TaskRow } from '../tasks/task-rows.js';
import type { Trx } from '../tasks/task-rows.js';

/** Who has decided where that is not said. */
const UNNAMED_OPERATOR = 'operator';

interface Confirmation {
  readonly now: Date;
  readonly by: string;
  /** Whether the task is in a state that allows it. */
  readonly isTaken: (row: TaskRow) => boolean;
  readonly isCertain?: (trx: Trx) => Promise<boolean>;
  readonly lock?: Lock | undefined;
  readonly audit?: AuditedMutation | undefined;
}

/** The row of a task, locked until the transaction ends. */
type Lock = (trx: Trx, ciphers: Ciphers, id: string) => Promise<TaskRow | undefined>;

/** Also one that its owner has deleted. */
const lockHidden: Lock = (trx, ciphers, id) => lockTask(trx, ciphers, id, true);

/** Each change is one transaction over the locked row of a task; reads are in settlement-reads.ts. */
export class PostgresSettlementStore implements SettlementStore {
  readonly #db: Db;
  readonly #ciphers: Ciphers;
  readonly #reads: Reads;

  constructor(database: Database) {
    this.#ciphers = database.ciphers;
    this.#db = database.kysely;
    this.#reads = { db: this.#db, ciphers: this.#ciphers };
  }

  listOpen(
    ...args: Parameters<SettlementStore['listOpen']>
  ): ReturnType<SettlementStore['listOpen']> {
    return listOpen(this.#reads, ...args);
  }

  listLost(
    ...args: Parameters<SettlementStore['listLost']>
  ): ReturnType<SettlementStore['listLost']> {
    return listLost(this.#reads, ...args);
  }

  findRequest(
    ...args: Parameters<SettlementStore['findRequest']>
  ): ReturnType<SettlementStore['findRequest']> {
    return findRequest(this.#reads, ...args);
  }

  confirm(
    id: string,
    runwayTaskId: string,
    now: Date,
    by = UNNAMED_OPERATOR,
    audit?: AuditedMutation,
  ): Promise<Settlement> {
    return this.#confirm(id, runwayTaskId, { now, by, isTaken: isUnconfirmed, audit });
  }

  correctId(
    id: string,
    runwayTaskId: string,
    now: Date,
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement> {
    const isTaken = (row: TaskRow) => isCorrectable(row, runwayTaskId);
    return this.#confirm(id, runwayTaskId, { now, by, isTaken, audit });
  }

  confirmFound(id: string, runwayTaskId: string, now: Date): Promise<Settlement> {
    const isCertain = async (trx: Trx) => !(await hasTwin(trx, this.#ciphers, id));
    // What another client holds must not delay what is looked for after it.
    const lock = lockFreeTask;
    const by = SEARCH;
    return this.#confirm(id, runwayTaskId, { now, by, isTaken: isUnconfirmed, isCertain, lock });
  }

  async hasTwin(id: string): Promise<boolean> {
    return await hasTwin(this.#db, this.#ciphers, id);
  }

  #confirm(
    id: string,
    runwayTaskId: string,
    { now, by, isTaken, isCertain, lock, audit }: Confirmation,
  ): Promise<Settlement> {
    const confirm = async (trx: Trx, row: TaskRow): Promise<Settlement> => {
      if (!isTaken(row)) return 'conflict';
      // It leaves nothing at Runway that has an id.
      if (row.runway_task_kind === 'voicePreview') return 'conflict';
      // Two operators who give two tasks the same id wait for each other here.
      await sql`select pg_advisory_xact_lock(hashtextextended(${runwayTaskId}, 0))`.execute(trx);
      const holder = await trx
        .selectFrom('tasks')
        .select('id')
        .where('runway_task_id', '=', runwayTaskId)
        .where('id', '!=', id)
        .executeTakeFirst();
      if (holder !== undefined) return 'conflict';
      // Before it is asked whose it is: a request ends by noting that, in one statement.
      if (isCertain !== undefined && !(await isCertain(trx))) return 'conflict';
      if (await isForeign(trx, row.tenant_id, runwayTaskId)) return 'conflict';
      await endSubmission(trx, id, { status: 'submitted', runway_id: runwayTaskId });
      const { creates } = await trx
        .selectFrom('submissions')
        .select('creates')
        .where('task_id', '=', id)
        .executeTakeFirstOrThrow();
      const change = confirmedChange(row, runwayTaskId, creates, { by, now });
      return (await changeTask(trx, this.#ciphers, row, change, now)) ?? 'conflict';
    };
    return this.#settle(id, confirm, { lock, audit });
  }

  dismiss(
    id: string,
    failure: Failure,
    now: Date,
    by = UNNAMED_OPERATOR,
    audit?: AuditedMutation,
  ): Promise<Settlement> {
    return this.#dismiss(id, failure, { now, by, isTaken: isUnconfirmed, audit });
  }

  correctToUnsubmitted(
    id: string,
    failure: Failure,
    now: Date,
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement> {
    const isTaken = (row: TaskRow) => isGuessed(row) && row.runway_task_id !== null;
    return this.#dismiss(id, failure, { now, by, isTaken, audit });
  }

  #dismiss(
    id: string,
    failure: Failure,
    { now, by, isTaken, audit }: Confirmation,
  ): Promise<Settlement> {
    const dismiss = async (trx: Trx, row: TaskRow): Promise<Settlement> => {
      if (!isTaken(row)) return 'conflict';
      await endSubmission(trx, id, { status: 'refused', runway_id: null });
      const change: Change = {
        task: { state: { status: 'FAILED', failure }, cost: 0, runwayTaskId: null },
        poll: { ...UNREAD, guessed_by: by },
        ...dropped(row),
        decision: { by, what: 'dismissed' },
      };
      return (await changeTask(trx, this.#ciphers, row, change, now)) ?? 'conflict';
    };
    return this.#settle(id, dismiss, { audit });
  }

  end(
    id: string,
    failure: Failure,
    { now, acceptedBefore }: Parameters<SettlementStore['end']>[2],
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement> {
    const end = async (trx: Trx, row: TaskRow): Promise<Settlement> => {
      const isOpen = row.poll_doubted_since !== null || row.created_at < acceptedBefore;
      if (!isLiveUpstream(row.state.status) || !isOpen) return 'conflict';
      const change: Change = {
        task: { state: { status: 'FAILED', failure } },
        // An earlier guess of its id stays a guess.
        poll: { ...UNREAD, guessed_by: row.guessed_by ?? GATEWAY },
        decision: { by, what: 'ended' },
      };
      return (await changeTask(trx, this.#ciphers, row, change, now)) ?? 'conflict';
    };
    return this.#settle(id, end, { audit });
  }

  adjustCost(
    id: string,
    credits: number,
    now: Date,
    by = UNNAMED_OPERATOR,
    audit?: AuditedMutation,
  ): Promise<Settlement> {
    const isTaken = (row: TaskRow) => row.cost_credits === null;
    return this.#setCost(id, credits, { now, by, isTaken, audit });
  }

  correctCost(
    id: string,
    credits: number,
    now: Date,
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement> {
    return this.#setCost(id, credits, { now, by, isTaken: () => true, audit });
  }

  #setCost(
    id: string,
    credits: number,
    { now, by, isTaken, audit }: Confirmation,
  ): Promise<Settlement> {
    const change: Change = { task: { cost: credits }, decision: { by, what: 'costSet' } };
    return this.#settle(
      id,
      async (trx, row) => {
        if (!isSettled(row.state.status) || !isTaken(row)) return 'conflict';
        if (row.deleted_at !== null) return await changeHidden(trx, row, change, now);
        return (await changeTask(trx, this.#ciphers, row, change, now)) ?? 'conflict';
      },
      { lock: lockHidden, audit },
    );
  }

  async #settle(
    id: string,
    change: (trx: Trx, row: TaskRow) => Promise<Settlement>,
    { lock = lockTask, audit }: Pick<Confirmation, 'lock' | 'audit'>,
  ): Promise<Settlement> {
    if (!isUuid(id)) return 'missing';
    return await this.#db.transaction().execute(async (trx) => {
      const row = await lock(trx, this.#ciphers, id);
      if (row === undefined) return 'missing';
      return await audited(trx, audit, () => change(trx, row), namesOf);
    });
  }
}

function namesOf(settlement: Settlement): readonly string[] | undefined {
  if (typeof settlement === 'string') return undefined;
  return [`task:${settlement.id}`, `tenant:${settlement.tenantId}`];
}

/** Whether another tenant has a thing of that id, of whatever kind. */
async function isForeign(trx: Trx, tenantId: string, runwayId: string): Promise<boolean> {
  const holder = await trx
    .selectFrom('resources')
    .select('tenant_id')
    .where('kind', 'in', RESOURCE_KINDS)
    .where('runway_id', '=', runwayId)
    .where('tenant_id', '!=', tenantId)
    .limit(sql.lit(1))
    .executeTakeFirst();
  return holder !== undefined;
}

/** A late answer to it then finds nothing to change. */
async function endSubmission(
  trx: Trx,
  taskId: string,
  outcome: Partial<Pick<SubmissionsTable, 'status' | 'runway_id'>>,
): Promise<void> {
  await trx.updateTable('submissions').set(outcome).where('task_id', '=', taskId).execute();
}

import { sql, type Selectable } from 'kysely';

import { outputId, type OutputName } from '../../../domain/archive/output-id.js';
import type { InputProblem } from '../../../domain/lineage/input-problem.js';
import type {
  OutputUpload,
  OutputUploadStore,
  UploadLease,
  WantedOutputs,
} from '../../../ports/lineage/output-upload-store.js';
import type { Database } from '../connection/database.js';
import { toJson } from '../connection/json-text.js';
import type { OutputUploadsTable } from './lineage-tables.js';
import type { Db, Trx } from '../tasks/task-rows.js';
import { wakeTask, wakeUsers } from './wake-inputs.js';

type Row = Pick<
  Selectable<OutputUploadsTable>,
  'output_task_id' | 'position' | 'status' | 'runway_uri' | 'problem' | 'ends_at'
>;

type TakenRow = Pick<
  Selectable<OutputUploadsTable>,
  'tenant_id' | 'runway_account' | 'output_task_id' | 'position' | 'fence' | 'attempts'
>;

export class PostgresOutputUploadStore implements OutputUploadStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async look(wanted: WantedOutputs): Promise<readonly OutputUpload[]> {
    return await uploadsOf(this.#db, wanted);
  }

  async claim(wanted: WantedOutputs, taskId: string | null): Promise<readonly OutputUpload[]> {
    return await this.#db.transaction().execute(async (trx) => {
      await makeDue(trx, wanted);
      const uploads = await uploadsOf(trx, wanted);
      if (taskId !== null) await noteInputs(trx, wanted.tenantId, taskId, uploads);
      return uploads;
    });
  }

  async take(
    { now, until }: { readonly now: Date; readonly until: Date },
    only?: Omit<UploadLease, 'fence' | 'attempts'>,
  ): Promise<UploadLease | undefined> {
    // Materialized, so that the planner cannot look for the first row once for each that it updates.
    const { rows } = await sql<TakenRow>`
      with first as materialized (
        select tenant_id, runway_account, output_task_id, position from output_uploads
        where status = 'WAITING' and due_at <= ${now}::timestamptz
          ${only === undefined ? sql`` : sql`and ${isThis(only)}`}
        order by due_at limit 1
        for update skip locked
      )
      update output_uploads as upload
      set fence = fence + 1, lease_until = ${until}::timestamptz, due_at = ${until}::timestamptz
      from first
      where upload.tenant_id = first.tenant_id and upload.runway_account = first.runway_account
        and upload.output_task_id = first.output_task_id and upload.position = first.position
      returning upload.tenant_id, upload.runway_account, upload.output_task_id, upload.position,
        upload.fence, upload.attempts
    `.execute(this.#db);
    const [row] = rows;
    return (
      row && {
        tenantId: row.tenant_id,
        runwayAccount: row.runway_account,
        taskId: row.output_task_id,
        position: row.position,
        fence: row.fence,
        attempts: row.attempts,
      }
    );
  }

  async extend(lease: UploadLease, until: Date): Promise<boolean> {
    return await this.#change(this.#db, lease, { lease_until: until, due_at: until });
  }

  async recordDone(
    lease: UploadLease,
    { runwayUri, endsAt }: { readonly runwayUri: string; readonly endsAt: Date },
    now: Date,
  ): Promise<void> {
    const ended = { lease_until: null, attempts: 0 };
    await this.#end(
      lease,
      { ...ended, status: 'DONE', runway_uri: runwayUri, ends_at: endsAt },
      now,
    );
  }

  async recordFailed(
    lease: UploadLease,
    problem: InputProblem,
    keptUntil: Date,
    now: Date,
  ): Promise<void> {
    const ended = { lease_until: null, attempts: 0 };
    await this.#end(lease, { ...ended, status: 'FAILED', problem, ends_at: keptUntil }, now);
  }

  async putOff(lease: UploadLease, dueAt: Date): Promise<void> {
    const attempts = lease.attempts + 1;
    await this.#change(this.#db, lease, { lease_until: null, due_at: dueAt, attempts });
  }

  async giveBack(lease: UploadLease, now: Date): Promise<void> {
    await this.#change(this.#db, lease, { lease_until: null, due_at: now });
  }

  async wake(taskId: string, now: Date): Promise<void> {
    await wakeTask(this.#db, taskId, now);
  }

  async nextDueAt(): Promise<Date | null> {
    const row = await this.#db
      .selectFrom('output_uploads')
      .select('due_at')
      .where('status', '=', 'WAITING')
      .orderBy('due_at')
      .limit(sql.lit(1))
      .executeTakeFirst();
    return row?.due_at ?? null;
  }

  async releaseAll(now: Date): Promise<void> {
    await this.#db
      .updateTable('output_uploads')
      .set({ lease_until: null, due_at: now })
      .where('status', '=', 'WAITING')
      .where('lease_until', 'is not', null)
      .execute();
  }

  async forgetEnded({ now, before }: { readonly now: Date; readonly before: Date }): Promise<void> {
    await sql`
      delete from output_uploads where status <> 'WAITING' and ends_at < ${now}
    `.execute(this.#db);
    await sql`
      delete from output_uploads as upload
      where status = 'WAITING' and wanted_at < ${before}
        and (lease_until is null or lease_until < ${now})
        and not exists (
          select from task_inputs
            join submissions on submissions.task_id = task_inputs.task_id
          where task_inputs.tenant_id = upload.tenant_id
            and task_inputs.output_task_id = upload.output_task_id
            and submissions.runway_account = upload.runway_account
            and submissions.status in ('queued', 'sending')
        )
    `.execute(this.#db);
  }

  async #end(lease: UploadLease, change: UploadChange, now: Date): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      if (await this.#change(trx, lease, change)) await wakeUsers(trx, lease, now);
    });
  }

  /** False under a stale fence. */
  async #change(db: Db, lease: UploadLease, change: UploadChange): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('output_uploads')
      .set(change)
      .where(isThis(lease))
      .where('fence', '=', lease.fence)
      .where('status', '=', 'WAITING')
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }
}

type UploadChange = Partial<
  Pick<
    Selectable<OutputUploadsTable>,
    'status' | 'runway_uri' | 'problem' | 'ends_at' | 'lease_until' | 'due_at' | 'attempts'
  >
>;

function isThis(output: Omit<UploadLease, 'fence' | 'attempts'> | undefined) {
  const { tenantId = '', runwayAccount = '', taskId = '', position = 0 } = output ?? {};
  return sql<boolean>`tenant_id = ${tenantId} and runway_account = ${runwayAccount}
    and output_task_id = ${taskId}::uuid and position = ${position}`;
}

/** The outputs as rows, each once and in one order, so that no two transactions wait in a circle. */
function rowsOf(outputs: readonly OutputName[]) {
  const byId = new Map(outputs.map((name) => [outputId(name.taskId, name.position), name]));
  const rows = [...byId.values()].map(({ taskId, position }) => ({ taskId, position }));
  return sql`(
    select distinct "taskId" as output_task_id, position
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as wanted ("taskId" uuid, position integer)
  )`;
}

/** An upload for each output that has none which lasts. */
async function makeDue(trx: Trx, wanted: WantedOutputs): Promise<void> {
  const { tenantId, runwayAccount, outputs, now, goodUntil } = wanted;
  await sql`
    insert into output_uploads as kept
      (tenant_id, runway_account, output_task_id, position, status, due_at, wanted_at)
    select ${tenantId}, ${runwayAccount}, output_task_id, position, 'WAITING',
      ${now}::timestamptz, ${now}::timestamptz
    from ${rowsOf(outputs)} as wanted
    order by output_task_id, position
    on conflict (tenant_id, runway_account, output_task_id, position) do update set
      status = 'WAITING', runway_uri = null, problem = null, ends_at = null, attempts = 0,
      fence = kept.fence + 1, lease_until = null, due_at = excluded.due_at,
      wanted_at = excluded.wanted_at
    where kept.status = 'DONE' and kept.ends_at < ${goodUntil}::timestamptz
      or kept.status = 'FAILED' and kept.ends_at < ${now}::timestamptz
  `.execute(trx);
}

/** One for each output, in their order. */
async function uploadsOf(
  db: Db,
  { tenantId, runwayAccount, outputs, now, goodUntil }: WantedOutputs,
): Promise<readonly OutputUpload[]> {
  const { rows } = await sql<Row>`
    select output_task_id, position, status, runway_uri, problem, ends_at
    from output_uploads join ${rowsOf(outputs)} as wanted using (output_task_id, position)
    where tenant_id = ${tenantId} and runway_account = ${runwayAccount}
  `.execute(db);
  const found = new Map(rows.map((row) => [outputId(row.output_task_id, row.position), row]));
  return outputs.map((name) => toUpload(name, found.get(idOf(name)), { now, goodUntil }));
}

function toUpload(
  { taskId, position }: OutputName,
  row: Row | undefined,
  { now, goodUntil }: Pick<WantedOutputs, 'now' | 'goodUntil'>,
): OutputUpload {
  const { status, runway_uri: runwayUri = null, problem = null } = row ?? {};
  const endsAt = row?.ends_at?.getTime() ?? 0;
  if (status === 'DONE' && runwayUri !== null && endsAt >= goodUntil.getTime()) {
    return { taskId, position, status, runwayUri };
  }
  if (status === 'FAILED' && problem !== null && endsAt >= now.getTime()) {
    return { taskId, position, status, problem };
  }
  return { taskId, position, status: 'WAITING' };
}

/** The addresses are noted once all are there: then it is with them that it is sent. */
async function noteInputs(
  trx: Trx,
  tenantId: string,
  taskId: string,
  uploads: readonly OutputUpload[],
): Promise<void> {
  const isReady = uploads.every(({ status }) => status === 'DONE');
  const addresses = uploads.map((upload) => ({
    taskId: upload.taskId,
    position: upload.position,
    runwayUri: isReady && upload.status === 'DONE' ? upload.runwayUri : null,
  }));
  await sql`
    insert into task_inputs
      (task_id, tenant_id, output_task_id, position, created_at, runway_uri)
    select distinct tasks.id, tasks.tenant_id, "taskId", position, tasks.created_at, "runwayUri"
    from tasks, jsonb_to_recordset(${toJson(addresses)}::jsonb)
      as given ("taskId" uuid, position integer, "runwayUri" text)
    where tasks.id = ${taskId}::uuid and tasks.tenant_id = ${tenantId}
    on conflict (task_id, output_task_id, position) do update
    set runway_uri = excluded.runway_uri
  `.execute(trx);
}

function idOf({ taskId, position }: OutputName): string {
  return outputId(taskId, position);
}

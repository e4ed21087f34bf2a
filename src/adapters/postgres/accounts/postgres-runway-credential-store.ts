import { sql, type Selectable } from 'kysely';

import {
  OPERATOR_CREDENTIAL,
  type MadeThing,
  type RunwayCredential,
} from '../../../domain/account/runway-credential.js';
import { KEPT_KINDS } from '../../../domain/resource/kinds.js';
import type { AuditedMutation } from '../../../domain/audit.js';
import type {
  NewCredential,
  RunwayCredentialStore,
} from '../../../ports/accounts/runway-credential-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { isSealed } from '../encryption/cipher.js';
import { PLACES } from '../encryption/places.js';
import { openText } from '../encryption/sealed-forms.js';
import type { RunwayCredentialsTable } from './account-tables.js';
import type { Db } from '../tasks/task-rows.js';

/** Things that a secret is compared by: each is a read at Runway. */
const MADE_MAX = 3;

/** Characters of a mark: enough to tell the secrets of one tenant apart. */
const MARK_LENGTH = 16;

export class PostgresRunwayCredentialStore implements RunwayCredentialStore {
  readonly #database: Pick<Database, 'kysely' | 'ciphers'>;

  constructor(database: Pick<Database, 'kysely' | 'ciphers'>) {
    this.#database = database;
  }

  get #db(): Db {
    return this.#database.kysely;
  }

  async changeNumber(): Promise<number> {
    const { number } = await this.#db
      .selectFrom('runway_credential_changes')
      .select('number')
      .executeTakeFirstOrThrow();
    return number;
  }

  async list(): Promise<readonly RunwayCredential[]> {
    const rows = await this.#db.selectFrom('runway_credentials').selectAll().execute();
    return rows.map(toCredential);
  }

  async listOf(tenantId: string | null): Promise<readonly RunwayCredential[]> {
    const rows = await this.#db
      .selectFrom('runway_credentials')
      .selectAll()
      .where('tenant_id', tenantId === null ? 'is' : '=', tenantId)
      .orderBy(sql`retired_at desc nulls first`)
      .execute();
    return rows.map(toCredential);
  }

  async open(accounts: readonly string[]): Promise<ReadonlyMap<string, string | Error>> {
    if (accounts.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('runway_credentials')
      .select(['account', 'tenant_id', 'secret'])
      .where('account', 'in', accounts)
      .execute();
    const opened = new Map<string, string | Error>();
    for (const row of rows) opened.set(row.account, await this.#opened(row));
    return opened;
  }

  async #opened(
    row: Pick<Selectable<RunwayCredentialsTable>, 'account' | 'tenant_id' | 'secret'>,
  ): Promise<string | Error> {
    try {
      // Never one in clear: a hand in the database could send a tenant's work to an account of its own.
      if (!isSealed(row.secret)) throw new Error('It is not encrypted');
      return await this.#database.ciphers.openedOne(this.#db, row, ({ account, secret }, cipher) =>
        openText(secret, cipher, PLACES.runwaySecret(account)),
      );
    } catch (error) {
      return error instanceof Error ? error : new Error('It cannot be opened', { cause: error });
    }
  }

  async markOf(tenantId: string | null, secret: string): Promise<string | undefined> {
    const { ciphers } = this.#database;
    if (tenantId !== null && !(await this.#isThere(tenantId))) return undefined;
    const cipher = await ciphers.forSealing(tenantId, this.#db);
    return cipher.fingerprint(`runway secret ${secret}`).slice(0, MARK_LENGTH);
  }

  async #isThere(tenantId: string): Promise<boolean> {
    const query = this.#db.selectFrom('tenants').select('id').where('id', '=', tenantId);
    return (await query.executeTakeFirst()) !== undefined;
  }

  async set(
    { account, tenantId, secret, setBy }: NewCredential,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<RunwayCredential | undefined> {
    const mark = await this.markOf(tenantId, secret);
    if (mark === undefined) return undefined;
    const cipher = await this.#database.ciphers.forSealing(tenantId, this.#db);
    const row = {
      secret: cipher.seal(secret, PLACES.runwaySecret(account)),
      mark,
      set_at: now,
      set_by: setBy,
    };
    const write = async (db: Db): Promise<RunwayCredential | undefined> => {
      if (tenantId !== null && !(await lockTenant(db, tenantId))) return undefined;
      await retireOthers(db, tenantId, account, now);
      const written = await db
        .insertInto('runway_credentials')
        .values({ ...row, account, tenant_id: tenantId })
        .onConflict((conflict) =>
          conflict.column('account').doUpdateSet(({ eb, ref }) => ({
            ...row,
            retired_at: null,
            version: eb(ref('runway_credentials.version'), '+', 1),
          })),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return toCredential(written);
    };
    return await this.#audited(audit, write, (written) => written && namesOf(written));
  }

  async retire(tenantId: string, now: Date, audit?: AuditedMutation): Promise<boolean> {
    const retire = async (db: Db): Promise<boolean> => {
      if (!(await lockTenant(db, tenantId))) return false;
      return await retireOthers(db, tenantId, null, now);
    };
    const names = [`tenant:${tenantId}`];
    return await this.#audited(audit, retire, (isRetired) => (isRetired ? names : undefined));
  }

  async removeOperator(audit?: AuditedMutation): Promise<boolean> {
    const remove = async (db: Db): Promise<boolean> => {
      const { numDeletedRows } = await db
        .deleteFrom('runway_credentials')
        .where('tenant_id', 'is', null)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    };
    const names = [`account:${OPERATOR_CREDENTIAL}`];
    return await this.#audited(audit, remove, (isRemoved) => (isRemoved ? names : undefined));
  }

  #audited<Result>(
    audit: AuditedMutation | undefined,
    work: (db: Db) => Promise<Result>,
    changed: (result: Result) => readonly string[] | undefined,
  ): Promise<Result> {
    // Several statements: a transaction of its own also where nothing is recorded.
    return this.#db.transaction().execute((trx) => audited(trx, audit, work, changed));
  }

  async findMade(account: string, tenantId: string): Promise<readonly MadeThing[]> {
    const tasks = await this.#db
      .selectFrom('tasks')
      .select('runway_task_id as id')
      .where('tenant_id', '=', tenantId)
      .where('runway_account', '=', account)
      .where('runway_task_kind', '=', 'task')
      .where('runway_task_id', 'is not', null)
      .where('deleted_at', 'is', null)
      .$narrowType<{ id: string }>()
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(sql.lit(MADE_MAX))
      .execute();
    const things = await this.#db
      .selectFrom('resources')
      .select(['kind', 'runway_id as id'])
      .where('tenant_id', '=', tenantId)
      .where('runway_account', '=', account)
      .where('kind', 'in', KEPT_KINDS)
      .orderBy('created_at', 'desc')
      .limit(sql.lit(MADE_MAX))
      .execute();
    return [
      ...tasks.map(({ id }): MadeThing => ({ kind: 'task', id })),
      ...things.map(({ kind, id }) => ({ kind: kind as MadeThing['kind'], id })),
    ];
  }

  async hasLiveTasks(account: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('tasks')
      .select('id')
      .where('runway_account', '=', account)
      .where('poll_due_at', 'is not', null)
      .limit(sql.lit(1))
      .executeTakeFirst();
    return row !== undefined;
  }

  async forgetUnused(retiredBefore: Date): Promise<readonly string[]> {
    const { rows } = await sql<{ account: string }>`
      delete from runway_credentials as retired
      where retired_at < ${retiredBefore} and tenant_id is not null
        and not exists (select from resources
          where resources.tenant_id = retired.tenant_id
            and resources.runway_account = retired.account)
        and not exists (select from tasks
          where tasks.tenant_id = retired.tenant_id and tasks.runway_account = retired.account
            and (tasks.deleted_at is null or tasks.settled_at is null))
      returning account`.execute(this.#db);
    return rows.map(({ account }) => account);
  }
}

/** Of what an account was changed: never anything of its secret. */
function namesOf({ account, tenantId }: RunwayCredential): readonly string[] {
  return [`account:${account}`, ...(tenantId === null ? [] : [`tenant:${tenantId}`])];
}

/** False where it is not there or DELETING. Two changes of one tenant come one after the other. */
async function lockTenant(db: Db, tenantId: string): Promise<boolean> {
  const row = await db
    .selectFrom('tenants')
    .select('id')
    .where('id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** All that the tenant has in use but `account`. Returns whether there was one. */
async function retireOthers(
  db: Db,
  tenantId: string | null,
  account: string | null,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('runway_credentials')
    .set({ retired_at: now })
    .where('tenant_id', tenantId === null ? 'is' : '=', tenantId)
    .where('retired_at', 'is', null)
    .where('account', '!=', account ?? '')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function toCredential(row: Omit<Selectable<RunwayCredentialsTable>, 'secret'>): RunwayCredential {
  return {
    account: row.account,
    tenantId: row.tenant_id,
    mark: row.mark,
    setAt: row.set_at,
    setBy: row.set_by,
    retiredAt: row.retired_at,
    version: row.version,
  };
}

import { readFile } from 'node:fs/promises';
import { sql, type Transaction } from 'kysely';
import { PostgresAuditLog } from '../../src/adapters/postgres/audit/postgres-audit-log.js';
import type { Database } from '../../src/adapters/postgres/connection/database.js';
import type { Tables } from '../../src/adapters/postgres/tables.js';
import type { AuditRecord, Seal } from '../../src/domain/audit.js';
import { checkChain, type ChainVerdict } from '../../src/services/audit/chain-check.js';
import type { ChainKeys } from '../../src/services/audit/chain-keys.js';

/** Positions of a chain that is whole, in their order. */
interface Places {
  readonly middle: number;
  readonly end: number;
  /** The last that is anchored. */
  readonly anchored: number;
}

interface Tampering {
  readonly name: string;
  readonly statements: (at: Places) => readonly string[];
  /** Whether the chain is sealed anew with its key, from `middle` on. */
  readonly withKey?: true;
  /** Whether only an anchor shows it: without one the chain must look whole, or the anchor proves nothing. */
  readonly needsAnchor?: true;
}

const HEAD_TO = (position: string): string =>
  `update audit_head set (position, mac) =
     (select position, mac from audit_events where position = ${position})`;

const COLUMNS = `at, event, verdict, code, tenant_id, subject, credential_kind, credential_id, key_id,
  operation, objects, request_id, address, count, mac, key_mark`;

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'an edit',
    statements: ({ middle }) => [
      `update audit_events set subject = 'key:another' where position = ${middle}`,
    ],
  },
  {
    name: 'an edit of the last record',
    statements: ({ end }) => [
      `update audit_events set verdict = 'UNCHANGED' where position = ${end}`,
    ],
  },
  {
    name: 'a deletion',
    statements: ({ middle }) => [`delete from audit_events where position = ${middle}`],
  },
  {
    name: 'a deletion that closes its gap',
    statements: ({ middle, end }) => [
      `delete from audit_events where position = ${middle}`,
      `update audit_events set position = -position where position > ${middle}`,
      `update audit_events set position = -position - 1 where position < 0`,
      HEAD_TO(String(end - 1)),
    ],
  },
  {
    name: 'an insertion',
    statements: ({ middle, end }) => [
      `update audit_events set position = -position where position > ${middle}`,
      `update audit_events set position = 1 - position where position < 0`,
      `insert into audit_events (id, position, ${COLUMNS})
       select gen_random_uuid(), ${middle} + 1, ${COLUMNS} from audit_events
       where position = ${middle}`,
      HEAD_TO(String(end + 1)),
    ],
  },
  {
    name: 'another order',
    statements: ({ middle }) => [
      `update audit_events set position = -1 where position = ${middle}`,
      `update audit_events set position = ${middle} where position = ${middle} + 1`,
      `update audit_events set position = ${middle} + 1 where position = -1`,
    ],
  },
  {
    name: 'a cut of the beginning',
    statements: ({ middle }) => [`delete from audit_events where position < ${middle}`],
  },
  {
    name: 'a cut of the beginning with a beginning that was made up',
    statements: ({ middle }) => [
      `insert into audit_beginning (position, mac, proof)
       select position, mac, mac from audit_events where position = ${middle}
       on conflict (is_only) do update set position = excluded.position, mac = excluded.mac`,
      `delete from audit_events where position <= ${middle}`,
    ],
  },
  {
    name: 'a cut of the end',
    statements: ({ end }) => [`delete from audit_events where position = ${end}`],
  },
  {
    name: 'a head that was moved back',
    statements: ({ middle }) => [HEAD_TO(String(middle))],
  },
  {
    name: 'a cut of the end with a head that was moved',
    statements: ({ anchored }) => [
      `delete from audit_events where position >= ${anchored}`,
      HEAD_TO(String(anchored - 1)),
    ],
    needsAnchor: true,
  },
  {
    name: 'a cut of everything',
    statements: () => [
      'delete from audit_events',
      'delete from audit_head',
      'delete from audit_beginning',
    ],
    needsAnchor: true,
  },
  {
    name: 'an edit that was sealed anew with the key',
    statements: ({ middle }) => [
      `update audit_events set verdict = 'UNCHANGED', subject = 'key:another'
       where position = ${middle}`,
    ],
    withKey: true,
    needsAnchor: true,
  },
];

export interface TamperingFindings {
  /** What was tried and found, by name. */
  readonly found: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Tampers with the audit log of a run that has ended, in each way that there is and in a transaction
 * that is rolled back, and checks that the chain is found to be broken.
 */
export async function tamperWith(
  database: Database,
  keys: ChainKeys,
  anchorFile: string,
): Promise<TamperingFindings> {
  const anchors = await readAnchors(anchorFile);
  const places = await placesOf(database, anchors);
  const found: string[] = [];
  const faults: string[] = [];
  for (const tampering of TAMPERINGS) {
    const { name, needsAnchor = false } = tampering;
    const [without, verdict] = await verdictsAfter(database, keys, tampering, places, anchors);
    if (verdict.kind === 'whole') faults.push(`${name} is not found`);
    else if (needsAnchor && without.kind === 'broken') faults.push(`${name} needs no anchor`);
    else if (!needsAnchor && without.kind === 'whole') faults.push(`${name} needs an anchor`);
    else found.push(name);
  }
  const after = await checkChain(new PostgresAuditLog(database), keys, {
    now: new Date(),
    anchors,
  });
  if (after.kind === 'broken') faults.push(`the chain with its anchors: ${JSON.stringify(after)}`);
  return { found, faults };
}

class RolledBack extends Error {}

/** Without and with anchors. */
async function verdictsAfter(
  database: Database,
  keys: ChainKeys,
  { statements, withKey }: Tampering,
  places: Places,
  anchors: readonly Seal[],
): Promise<readonly [ChainVerdict, ChainVerdict]> {
  let verdicts: readonly [ChainVerdict, ChainVerdict] | undefined;
  const work = database.kysely.transaction().execute(async (trx) => {
    await sql`alter table audit_events disable trigger audit_events_sealed`.execute(trx);
    for (const statement of statements(places)) await sql.raw(statement).execute(trx);
    const log = new PostgresAuditLog({ ...database, kysely: trx });
    if (withKey === true) await sealAnew(trx, log, keys, places.middle);
    const now = new Date();
    verdicts = [
      await checkChain(log, keys, { now }),
      await checkChain(log, keys, { now, anchors }),
    ];
    throw new RolledBack();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  if (verdicts === undefined) throw new Error('The transaction ended without a verdict.');
  return verdicts;
}

/** What a thief of the key does: all seals from `position` on are made again. */
async function sealAnew(
  trx: Transaction<Tables>,
  log: PostgresAuditLog,
  keys: ChainKeys,
  position: number,
): Promise<void> {
  const [before] = await log.listSealed({ after: position - 2, limit: 1 });
  if (before === undefined) throw new Error('There is no record before it.');
  const sealed = await log.listSealed({ after: position - 1, limit: 1_000_000 });
  let last: Seal = before.seal;
  const seals = sealed.map(({ record }: { readonly record: AuditRecord }) => {
    last = keys.current.seal(last, record);
    return { id: record.id, mac: last.mac };
  });
  await sql`
    update audit_events set mac = sealed.mac
    from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as sealed (id uuid, mac text)
    where audit_events.id = sealed.id`.execute(trx);
  await trx.updateTable('audit_head').set({ mac: last.mac }).execute();
}

async function placesOf(database: Database, anchors: readonly Seal[]): Promise<Places> {
  const { position: end } = await new PostgresAuditLog(database).head();
  const anchored = Math.max(0, ...anchors.map(({ position }) => position));
  const middle = Math.floor(anchored / 2);
  if (middle < 3 || anchored > end) {
    throw new Error(`The audit log ends at ${end}, its anchors at ${anchored}.`);
  }
  return { middle, end, anchored };
}

async function readAnchors(path: string): Promise<readonly Seal[]> {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Seal);
}

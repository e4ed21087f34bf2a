import { randomUUID } from 'node:crypto';
import { SharedRuns } from '../../concurrency/shared-runs.js';
import { auditRecord, type AuditRecord } from '../../domain/audit.js';
import type { AuditLog } from '../../ports/audit/audit-log.js';
import type { AuditTrail } from '../../ports/audit/audit-trail.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

/** Records that may wait to be written: about 5 MB. Further records are dropped and counted. */
const WAITING_MAX = 10_000;

/** Refusals of one kind that get their own records in one second. */
const ALIKE_MAX = 20;

/** Records of one statement. */
const BATCH = 500;

/** Records that are written after their requests. */
export class AuditWriter implements AuditTrail {
  readonly #log: AuditLog;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #waitingMax: number;
  #waiting: AuditRecord[] = [];
  #dropped = 0;
  /** Refusals since the last flush, by kind. */
  readonly #alike = new Map<string, { readonly last: AuditRecord; readonly count: number }>();
  readonly #flushes = new SharedRuns(() => this.#flush());

  constructor(options: {
    readonly log: AuditLog;
    readonly clock: Clock;
    readonly logger: Logger;
    readonly waitingMax?: number;
  }) {
    this.#log = options.log;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#waitingMax = options.waitingMax ?? WAITING_MAX;
  }

  note(record: AuditRecord): void {
    if (this.#waiting.length < this.#waitingMax) this.#waiting.push(record);
    else this.#dropped += 1;
  }

  noteRefusal(record: AuditRecord): void {
    const { event, code, address, subject, operation } = record;
    const kind = JSON.stringify([event, code, address, subject, operation]);
    const count = (this.#alike.get(kind)?.count ?? 0) + 1;
    // The limit on waiting records also bounds the kinds, which a flood from many addresses
    // multiplies.
    if (count > 1 || this.#alike.size < this.#waitingMax) {
      this.#alike.set(kind, { last: record, count });
    }
    if (count <= ALIKE_MAX) this.note(record);
  }

  async write(record: AuditRecord): Promise<void> {
    try {
      await this.#log.append([record]);
    } catch (error) {
      // The change has happened, so its client must not get an error.
      this.#logger.warn({ auditId: record.id, err: error }, 'an audit record is written later');
      this.note(record);
    }
  }

  /** Writes the waiting records. Throws what the store throws: then all of them still wait. */
  async flush(): Promise<void> {
    await this.#flushes.run();
  }

  async #flush(): Promise<void> {
    this.#noteOthers();
    while (this.#waiting.length > 0 || this.#dropped > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      const dropped = batch.length < BATCH ? this.#dropped : 0;
      const told = dropped === 0 ? [] : [this.#toldOf(dropped)];
      await this.#log.append([...batch, ...told]);
      this.#waiting.splice(0, batch.length);
      this.#dropped -= dropped;
    }
  }

  /** One record for all refusals of a kind that have none of their own. */
  #noteOthers(): void {
    for (const { last, count } of this.#alike.values()) {
      if (count > ALIKE_MAX) this.note({ ...last, objects: [], count: count - ALIKE_MAX });
    }
    this.#alike.clear();
  }

  #toldOf(count: number): AuditRecord {
    const facts = { id: randomUUID(), at: this.#clock.now(), count };
    this.#logger.error({ count }, 'audit records were dropped: too many waited to be written');
    return auditRecord('audit_records_dropped', 'FAILED', facts);
  }
}

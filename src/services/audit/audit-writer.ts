import { randomUUID } from 'node:crypto';
import { SharedRuns } from '../../concurrency/shared-runs.js';
import { auditRecord, type AuditRecord } from '../../domain/audit.js';
import type { AuditLog } from '../../ports/audit/audit-log.js';
import type { AuditTrail } from '../../ports/audit/audit-trail.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';

/** Records that may wait to be written: about 5 MB. Further records are dropped and counted. */
const WAITING_MAX = 10_000;

/** Refusals of one kind that get their own records in one second. */
const ALIKE_MAX = 20;

/** Objects of one kind whose further refusals are counted apart; those of all others are one count. */
const OBJECTS_MAX = 20;

/** Records of one statement. */
const BATCH = 500;

interface Counted {
  readonly last: AuditRecord;
  readonly count: number;
}

/** Refusals of one kind. */
interface Alike {
  count: number;
  /** Those without a record of their own, by their objects; '' for objects beyond the first ones. */
  readonly others: Map<string, Counted>;
}

/** Records that are written after their requests. */
export class AuditWriter implements AuditTrail {
  readonly #log: AuditLog;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #metrics: Metrics | undefined;
  readonly #waitingMax: number;
  #waiting: AuditRecord[] = [];
  #dropped = 0;
  /** Refusals since the last flush, by kind. */
  readonly #alike = new Map<string, Alike>();
  readonly #flushes = new SharedRuns(() => this.#flush());

  constructor(options: {
    readonly log: AuditLog;
    readonly clock: Clock;
    readonly logger: Logger;
    readonly metrics?: Metrics | undefined;
    readonly waitingMax?: number;
  }) {
    this.#log = options.log;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#metrics = options.metrics;
    this.#waitingMax = options.waitingMax ?? WAITING_MAX;
  }

  note(record: AuditRecord): void {
    if (record.verdict === 'DENIED') this.#countDenial(record);
    this.#keep(record);
  }

  #keep(record: AuditRecord): void {
    if (this.#waiting.length < this.#waitingMax) {
      this.#waiting.push(record);
      return;
    }
    this.#dropped += 1;
    this.#metrics?.count('gateway_audit_dropped_records_total', {});
  }

  /** Records that are not written yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  noteRefusal(record: AuditRecord): void {
    this.#countDenial(record);
    const { event, code, address, subject, operation } = record;
    const kind = JSON.stringify([event, code, address, subject, operation]);
    const alike = this.#alike.get(kind) ?? { count: 0, others: new Map<string, Counted>() };
    alike.count += 1;
    // The limit on waiting records also bounds the kinds, which a flood from many addresses
    // multiplies.
    if (this.#alike.size < this.#waitingMax) this.#alike.set(kind, alike);
    if (alike.count <= ALIKE_MAX) this.#keep(record);
    else countOther(alike.others, record);
  }

  #countDenial({ event, code }: AuditRecord): void {
    this.#metrics?.count('gateway_denials_total', { event, code: code ?? 'none' });
  }

  async write(record: AuditRecord): Promise<void> {
    try {
      await this.#log.append([record]);
    } catch (error) {
      // The change has happened, so its client must not get an error.
      this.#logger.warn({ auditId: record.id, err: error }, 'an audit record is written later');
      this.#keep(record);
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

  /** What has no record of its own is counted in records by kind and objects. */
  #noteOthers(): void {
    for (const { others } of this.#alike.values()) {
      for (const [name, { last, count }] of others) {
        this.#keep({ ...last, objects: name === '' ? [] : last.objects, count });
      }
    }
    this.#alike.clear();
  }

  #toldOf(count: number): AuditRecord {
    const facts = { id: randomUUID(), at: this.#clock.now(), count };
    this.#logger.error({ count }, 'audit records were dropped: too many waited to be written');
    return auditRecord('audit_records_dropped', 'FAILED', facts);
  }
}

/** A flood that names ever new objects makes no more records than one that names few. */
function countOther(others: Map<string, Counted>, record: AuditRecord): void {
  const key = JSON.stringify(record.objects);
  const name = others.has(key) || others.size < OBJECTS_MAX ? key : '';
  others.set(name, { last: record, count: (others.get(name)?.count ?? 0) + 1 });
}

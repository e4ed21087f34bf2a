import type { AuditRecord } from '../../../../src/domain/audit.js';
import type { AuditLog } from '../../../../src/ports/audit/audit-log.js';
import { AuditWriter } from '../../../../src/services/audit/audit-writer.js';
import { anAuditRecord } from '../../../support/audit/audit.js';
import { FakeClock } from '../../../support/time/fake-clock.js';
import { RecordedLog } from '../../../support/gateway/recorded-log.js';

/** A store that may be away. */
class Appended implements Pick<AuditLog, 'append'> {
  readonly records: AuditRecord[] = [];
  isAway = false;

  async append(records: readonly AuditRecord[]): Promise<void> {
    if (this.isAway) throw new Error('The store is away');
    this.records.push(...records);
  }
}

describe('AuditWriter', () => {
  const clock = new FakeClock();
  let appended: Appended;
  let logger: RecordedLog;
  let writer: AuditWriter;
  beforeEach(() => {
    appended = new Appended();
    logger = new RecordedLog();
    writer = new AuditWriter({
      log: appended as unknown as AuditLog,
      clock,
      logger,
      waitingMax: 3,
    });
  });

  it('writes what was noted in its order, once', async () => {
    const records = [anAuditRecord(), anAuditRecord()];
    for (const record of records) writer.note(record);
    expect(appended.records).toEqual([]);
    await Promise.all([writer.flush(), writer.flush()]);
    await writer.flush();
    expect(appended.records).toEqual(records);
  });

  it('L1: keeps what waits while the store is away, drops what is more, and tells how many those were', async () => {
    appended.isAway = true;
    const records = Array.from({ length: 5 }, () => anAuditRecord());
    for (const record of records) writer.note(record);
    await expect(writer.flush()).rejects.toThrow('away');
    appended.isAway = false;
    await writer.flush();
    expect(appended.records.slice(0, 3)).toEqual(records.slice(0, 3));
    expect(appended.records.slice(3)).toMatchObject([{ event: 'audit_records_dropped', count: 2 }]);
    expect(logger.lines.join()).toContain('audit records were dropped');
    await writer.flush();
    expect(appended.records).toHaveLength(4);
  });

  it('L1: gives a few of many refusals that are alike their own record, and counts the others', async () => {
    const roomy = new AuditWriter({ log: appended as unknown as AuditLog, clock, logger });
    const tried = (index: number) => anAuditRecord({ objects: [`key:guess${String(index)}`] });
    for (let index = 0; index < 1_000; index += 1) roomy.noteRefusal(tried(index));
    roomy.noteRefusal(anAuditRecord({ address: '192.0.2.2' }));
    await roomy.flush();
    const { records } = appended;
    expect(records).toHaveLength(42);
    expect(records.slice(0, 20).map(({ count }) => count)).toEqual(Array(20).fill(null));
    expect(records[20]).toMatchObject({ address: '192.0.2.2', count: null });
    expect(records[21]).toMatchObject({ count: 1, objects: ['key:guess20'] });
    expect(records[41]).toMatchObject({ address: '192.0.2.1', count: 960, objects: [] });
    expect(new Set(records.map(({ id }) => id)).size).toBe(42);
    roomy.noteRefusal(tried(1));
    await roomy.flush();
    expect(records).toHaveLength(43);
  });

  it('L1: counts refusals that name one object under its name, whatever else is refused', async () => {
    const roomy = new AuditWriter({ log: appended as unknown as AuditLog, clock, logger });
    const guess = () => anAuditRecord({ objects: ['key:victim'] });
    for (let time = 0; time < 50; time += 1) {
      roomy.noteRefusal(guess());
      roomy.noteRefusal(anAuditRecord({ objects: [] }));
    }
    await roomy.flush();
    const named = appended.records.filter(({ objects }) => objects.includes('key:victim'));
    expect(named.reduce((sum, { count }) => sum + (count ?? 1), 0)).toBe(50);
  });

  it('notes what it cannot write at once, so that nothing that has happened is answered with an error', async () => {
    appended.isAway = true;
    const record = anAuditRecord({ verdict: 'DONE' });
    await writer.write(record);
    appended.isAway = false;
    await writer.flush();
    expect(appended.records).toEqual([record]);
  });
});

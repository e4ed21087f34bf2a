import type { KeyUsageStore, KeyUse } from '../../../src/ports/keys/key-usage-store.js';
import { KeyUsage } from '../../../src/services/keys/key-usage.js';
import { aViewer } from '../../support/auth/a-viewer.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { RecordedLog } from '../../support/gateway/recorded-log.js';

const viewerOf = (keyId: string, address?: string) =>
  aViewer({ subject: `key:${keyId}`, ...(address !== undefined && { address }) });

describe('KeyUsage', () => {
  let clock: FakeClock;
  let log: RecordedLog;
  let written: KeyUse[][];
  let isAway: boolean;
  let usage: KeyUsage;

  beforeEach(() => {
    clock = new FakeClock();
    log = new RecordedLog();
    written = [];
    isAway = false;
    const store: KeyUsageStore = {
      recordUses: (uses) => {
        if (isAway) return Promise.reject(new Error('away'));
        written.push([...uses]);
        return Promise.resolve();
      },
      findUsage: () => Promise.resolve(new Map()),
    };
    usage = new KeyUsage({ store, clock, log });
  });

  it('writes nothing while requests come, and all of a key together afterwards', async () => {
    usage.noteRequest(viewerOf('k001', '192.0.2.1'));
    usage.noteScope(viewerOf('k001'), 'task:read');
    await clock.advance(1_000);
    usage.noteRequest(viewerOf('k001', '192.0.2.2'));
    usage.noteRequest(viewerOf('k002'));
    expect(written).toEqual([]);
    const before = new Date(clock.now().getTime() - 1_000);
    await usage.flush();
    expect(written).toEqual([
      [
        {
          keyId: 'k001',
          requests: 2,
          lastAt: clock.now(),
          lastAddress: '192.0.2.2',
          scopes: new Map([['task:read', before]]),
          // Where it was used first.
          networks: new Map([['192.0.2.0/24', before]]),
        },
        {
          keyId: 'k002',
          requests: 1,
          lastAt: clock.now(),
          lastAddress: null,
          scopes: new Map(),
          networks: new Map(),
        },
      ],
    ]);
    await usage.flush();
    expect(written).toHaveLength(1);
  });

  it('notes nothing of viewers without a key', async () => {
    usage.noteRequest({ ...viewerOf('k001'), keyId: null });
    await usage.flush();
    expect(written).toEqual([]);
  });

  it('keeps what cannot be written, with what comes meanwhile', async () => {
    isAway = true;
    usage.noteRequest(viewerOf('k001', '192.0.2.1'));
    usage.noteScope(viewerOf('k001'), 'task:read');
    await usage.flush();
    await clock.advance(1_000);
    usage.noteRequest(viewerOf('k001'));
    await usage.flush();
    expect(log.lines.join('\n')).toContain('uses of keys cannot be recorded yet');
    isAway = false;
    await usage.flush();
    expect(written.flat()).toMatchObject([
      { keyId: 'k001', requests: 2, lastAt: clock.now(), lastAddress: '192.0.2.1' },
    ]);
    expect([...(written[0]?.[0]?.scopes.keys() ?? [])]).toEqual(['task:read']);
  });

  it('remembers no more keys than it may, says so, and writes a bounded number at once', async () => {
    for (let number = 0; number < 10_005; number += 1) {
      usage.noteRequest(viewerOf(`k${String(number)}`));
    }
    await usage.flush();
    expect(written.flat()).toHaveLength(10_000);
    expect(Math.max(...written.map((batch) => batch.length))).toBe(500);
    expect(log.lines.join('\n')).toContain('uses of keys were not recorded');
  });
});

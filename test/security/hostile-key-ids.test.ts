// Guarantee: what stands where a credential should name its key changes neither the number of the
// records nor of the log's lines, and is not repeated by them.
import type { Stores } from '../../src/adapters/postgres/stores.js';
import type { AuditRecord } from '../../src/domain/audit.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { ProtocolSocket } from '../support/client/wire.js';

const SECRET = 'x'.repeat(38);

/** Each holds this word, by which a repetition is found. */
const WORD = 'evil';

/** Where the id of a key stands. */
const ON_EVERY_TRANSPORT: Readonly<Record<string, string>> = {
  json: `${WORD}","verdict":"DONE`,
  'a record of JSON': `{"event":"spend_request","subject":"${WORD}"}`,
  'codes of a terminal, written out': `${WORD}\\u001b[2J\\r\\n`,
  'another form of object': `${WORD},key:operator`,
  'a letter of another alphabet': `${WORD}\u00e9\u00df`,
  'more characters than an id has': WORD.repeat(9),
  'very many characters': WORD.repeat(1_000),
};

/** No header can hold them: HTTP is refused before there is a request. */
const ON_WEB_SOCKETS: Readonly<Record<string, string>> = {
  'line breaks': `${WORD}\n{"event":"spend_request"}\r\n`,
  'codes of a terminal': `\u001b[2J\u001b[31m${WORD}`,
  'turned letters': `${WORD}\u202e\u2066`,
  'a null': `${WORD}\u0000`,
  'half a character': `${WORD}\ud800`,
};

describe('A failed login with a hostile key id', () => {
  const clock = new FakeClock();
  const log = new RecordedLog();
  let gateway: TestGateway;
  let stores: Stores | undefined;

  beforeAll(async () => {
    gateway = await startGateway(
      {},
      { clock, log, wrapStores: (made) => (stores = made), httpLimits: { idleGraceMs: 0 } },
    );
  }, 60_000);
  afterAll(() => gateway.stop());

  async function failures(): Promise<readonly AuditRecord[]> {
    // Until what was noted is written.
    await clock.advance(2_000);
    const filter = { event: 'authn_login_fail' } as const;
    const page = await stores?.audit.list(null, filter, { first: 1_000, after: null });
    return page?.records.map(({ record }) => record) ?? [];
  }

  async function overHttp(credential: string): Promise<void> {
    const body = { query: '{ viewer { subject } }' };
    const response = await gateway.post(body, Buffer.from(credential).toString('latin1'));
    expect(response.status).toBe(401);
    await response.text();
  }

  async function overWebSocket(credential: string): Promise<void> {
    const socket = await ProtocolSocket.open(gateway.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${credential}` } });
    expect((await socket.closed).code).toBe(4401);
  }

  const cases = [
    ...Object.entries(ON_EVERY_TRANSPORT).map(([what, id]) => ['HTTP', what, id] as const),
    ...Object.entries({ ...ON_EVERY_TRANSPORT, ...ON_WEB_SOCKETS }).map(
      ([what, id]) => ['WebSocket', what, id] as const,
    ),
  ];

  it.each(cases)('L2: over %s leaves one record that does not repeat it: %s', async (by, _, id) => {
    const before = (await failures()).length;
    const lines = log.lines.length;
    await (by === 'HTTP' ? overHttp : overWebSocket)(`rgk_${id}_${SECRET}`);
    const records = await failures();
    expect(records).toHaveLength(before + 1);
    const [record] = records;
    expect(record).toMatchObject({
      verdict: 'DENIED',
      code: 'UNAUTHENTICATED',
      tenantId: null,
      subject: null,
      credentialId: null,
      keyId: null,
      objects: [],
      count: null,
    });
    expect(JSON.stringify(record)).not.toContain(WORD);
    const written = log.lines.slice(lines).join('\n');
    expect(written).not.toContain(WORD);
    expect(written).not.toContain('spend_request');
  });

  it('L2: with an id that has the form of one names that one', async () => {
    await overHttp(`rgk_evil_${SECRET}`);
    await overWebSocket(`rgk_${'a1'.repeat(16)}_${SECRET}`);
    const objects = (await failures()).slice(0, 2).flatMap((record) => record.objects);
    expect(objects.sort()).toEqual([`key:${'a1'.repeat(16)}`, 'key:evil']);
  });
});

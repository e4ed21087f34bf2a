// Guarantee: an operator who is woken by an error line is never woken by what a client did.
import { CreateTextToVideoDocument, TaskDocument } from '../../client/src/generated/graphql.js';
import { eventually } from '../support/time/eventually.js';
import { LeapingClock } from '../support/time/leaping-clock.js';
import { postHead, RawConnection } from '../support/client/raw-connection.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import {
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
  rawRequest,
} from '../support/client/wire.js';

/** 5 s, from one read of a task to the next one. */
const POLL_MS = 5_000;

const BUY =
  'mutation($input:CreateTextToVideoInput!,$key:String,$label:String){createTextToVideo(input:$input,idempotencyKey:$key,label:$label){task{id}}}';
const FOLLOW = 'subscription($id:ID!,$after:String){taskUpdated(id:$id,after:$after){cursor}}';
const WEBSOCKET = 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';

function input(promptText: string): object {
  return { gen4_5: { promptText, ratio: 'RATIO_1280_720', duration: 5 } };
}

interface Line {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

describe('what a client does wrong', () => {
  const log = new RecordedLog();
  const clock = new LeapingClock();
  let gateway: TestGateway;
  let key: string;

  beforeAll(async () => {
    gateway = await startGateway(
      { MODERATED_MAX: '1' },
      { log, clock, httpLimits: { idleGraceMs: 0, headersTimeoutMs: 3_000, bodyTimeoutMs: 3_000 } },
    );
    gateway.emulator.settings.taskSeconds = 0;
    key = await gateway.keyOf('acme', ['GENERATE_VIDEO', 'TASK_READ', 'TASK_CANCEL']);
  }, 60_000);

  afterAll(() => gateway.stop());

  function lines(): readonly Line[] {
    return log.lines.map((line) => JSON.parse(line) as Line);
  }

  async function ask(
    query: string,
    variables: object = {},
    as: string | null = key,
  ): Promise<void> {
    const response = await gateway.post({ query, variables }, as);
    await response.text();
  }

  async function raw(...texts: readonly string[]): Promise<void> {
    const connection = await RawConnection.open(gateway.url);
    for (const text of texts) await connection.send(text);
    await connection.next();
    connection.close();
  }

  async function socket(...messages: readonly (object | string)[]): Promise<void> {
    const opened = await ProtocolSocket.connect(gateway.url, key);
    for (const message of messages) {
      if (typeof message === 'string') opened.raw.send(message);
      else opened.send(message);
    }
    await opened.next();
    opened.close();
  }

  async function refusedByRunway(status: number, body: unknown): Promise<void> {
    gateway.emulator.setFault({ path: '/v1/text_to_video', times: 1, status, body });
    await ask(BUY, { input: input('refused') });
    gateway.emulator.clearFaults();
  }

  const subscribe = (payload: object): object => ({ id: '1', type: 'subscribe', payload });
  const authorization = (): Record<string, string> => ({ Authorization: `Bearer ${key}` });

  const faults: Readonly<Record<string, () => Promise<void>>> = {
    'a document that is none': () => ask('{'),
    'a document that is empty': () => ask(''),
    'an unknown field': () => ask('{nothing}'),
    'a document that is too deep': () =>
      ask(`{task(id:"1")${'{task'.repeat(50)}${'}'.repeat(50)}}`),
    'too many aliases': () =>
      ask(`{${Array.from({ length: 500 }, (_, n) => `a${String(n)}:viewer{subject}`).join(' ')}}`),
    'two spending fields': () =>
      ask('mutation{a:runWorkflow(input:{}){task{id}} b:runWorkflow(input:{}){task{id}}}'),
    'a wrong variable': () => ask(BUY, { input: { gen4_5: { promptText: 7 } } }),
    'two models at once': () => ask(BUY, { input: { gen4_5: {}, veo3_1: {} } }),
    'a bound that is not kept': () => ask(BUY, { input: input('x'.repeat(5_000)) }),
    'NUL in a text': () => ask(BUY, { input: input('a\u0000b') }),
    'half a character in a text': () => ask(BUY, { input: input('a\ud800b') }),
    'NUL in a key': () => ask(BUY, { input: input('a'), key: 'a\u0000b' }),
    'half a character in a label': () => ask(BUY, { input: input('a'), label: 'a\udfffb' }),
    'a key that was used for something else': async () => {
      await ask(BUY, { input: input('a'), key: 'used-twice' });
      await ask(BUY, { input: input('b'), key: 'used-twice' });
    },
    'an id that is none': () => ask('{task(id:"\u0000"){id}}'),
    'an id of nothing': () => ask('{task(id:"0f8fad5b-d9cb-469f-a165-70867728950e"){id}}'),
    'a cursor that is none': () => ask('{tasks(after:"x"){nodes{id}}}'),
    'an odd filter': () => ask('{tasks(filter:{models:["\u0000"]}){nodes{id}}}'),
    'a field beyond its scopes': () => ask('{organization{creditBalance}}'),
    'odd text in an operator’s argument': async () => {
      for (const id of ['\u0000', '\ud800', 'x'.repeat(10_000), '’; drop table tasks']) {
        await ask(
          'mutation($id:ID!){suspendTenant(id:$id){tenant{id}}}',
          { id },
          gateway.operatorKey,
        );
      }
    },
    'odd text in a filter of Runway’s app': async () => {
      for (const emails of [['\u0000'], ['\ud800'], ['']]) {
        const filter = { startDate: '2026-01-01', endDate: '2026-01-02', emails };
        const query =
          'query($filter:OrganizationWebappUsageFilterInput!){organizationWebappUsage(filter:$filter){nodes{email}}}';
        await ask(query, { filter }, gateway.operatorKey);
      }
    },
    'a subscription over HTTP': () => ask(FOLLOW, { id: '1' }),
    'a persisted query': async () => {
      const extensions = { persistedQuery: { version: 1, sha256Hash: 'x' } };
      await (await gateway.post({ extensions }, key)).text();
      await (await gateway.post({ query: '{viewer{subject}}', extensions }, key)).text();
    },
    'a batch': async () => {
      await (await gateway.post([{ query: '{viewer{subject}}' }], key)).text();
    },
    'no credential': () => ask('{viewer{subject}}', {}, null),
    'a credential that is none': () => ask('{viewer{subject}}', {}, 'x'),
    'a wrong secret': () => ask('{viewer{subject}}', {}, 'rgk_operator_wrongwrongwrongwrongwrong'),
    'a credential in the URL': async () => {
      await rawRequest(gateway.url, { method: 'POST', path: '/graphql?token=x', body: '{}' });
    },
    'a body that is no JSON': async () => {
      await post(gateway.url, '{"query":', jsonHeaders(key));
    },
    'a body that is no UTF-8': async () => {
      await post(gateway.url, new Uint8Array([0x22, 0xff, 0x22]), jsonHeaders(key));
    },
    'a body of another type': async () => {
      await post(gateway.url, 'x', { ...jsonHeaders(key), 'content-type': 'text/plain' });
    },
    'a body that is too large': () => raw(postHead(100_000_000, authorization())),
    'a body that comes too slowly': () => raw(postHead(100, authorization()), '{'),
    'a body that is reset': async () => {
      const connection = await RawConnection.open(gateway.url);
      await connection.send(`${postHead(100, authorization())}{`);
      connection.reset();
    },
    'a body that ends too early': async () => {
      const connection = await RawConnection.open(gateway.url);
      connection.socket.end(`${postHead(100, authorization())}{`);
      await connection.ended();
    },
    'a reset before the answer': async () => {
      gateway.emulator.setFault({ path: '/v1/text_to_video', times: 1, delayMs: 50 });
      const body = JSON.stringify({ query: BUY, variables: { input: input('left') } });
      const connection = await RawConnection.open(gateway.url);
      await connection.send(postHead(body.length, authorization()) + body);
      await eventually(() => {
        const posts = gateway.emulator.requests().filter(({ method }) => method === 'POST');
        expect(JSON.stringify(posts)).toContain('left');
      });
      connection.reset();
    },
    'no HTTP': () => raw('nonsense\r\n\r\n'),
    'headers that are too large': () => raw(`GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`),
    'headers that do not end': () => raw('GET / HTTP/1.1\r\nHost: x\r\n'),
    'a chunk that is none': () => raw(postHead(null, authorization()), 'nonsense\r\n'),
    'another expectation': () => raw(postHead(0, { Expect: 'tea' })),
    'another protocol': () => raw(postHead(2, { Connection: 'Upgrade', Upgrade: 'h2c' }), '{}'),
    'a path that cannot be decoded': () => raw('GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n'),
    'a method that is not served': () => raw('PATCH /graphql HTTP/1.1\r\nHost: x\r\n\r\n'),
    'a CONNECT': () => raw('CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'),
    'a WebSocket without its key': () => raw(`GET /graphql HTTP/1.1\r\n${WEBSOCKET}\r\n`),
    'a WebSocket on another path': () => raw(`GET /x HTTP/1.1\r\n${WEBSOCKET}\r\n`),
    'a WebSocket frame that is none': () =>
      raw(
        `GET /graphql HTTP/1.1\r\n${WEBSOCKET}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
        '\u00ff\u00ff\u00ff',
      ),
    'a WebSocket with a wrong key': async () => {
      const opened = await ProtocolSocket.open(gateway.url);
      opened.send({ type: 'connection_init', payload: { authorization: 'Bearer x' } });
      await opened.closed;
    },
    'a WebSocket message that is no JSON': () => socket('{'),
    'a WebSocket message of an unknown type': () => socket({ type: 'x' }),
    'a WebSocket message that only a server sends': () => socket({ type: 'connection_ack' }),
    'a WebSocket message without its parts': () => socket({ type: 'subscribe', id: 1 }),
    'a WebSocket message that is too long': () => socket('x'.repeat(100_000)),
    'a second introduction': () => socket({ type: 'connection_init' }),
    'a subscription that is none': () => socket(subscribe({ query: '{viewer{subject}}' })),
    'a subscription of nothing': () => socket(subscribe({ query: FOLLOW, variables: { id: '1' } })),
    'an id twice': () =>
      socket(
        subscribe({ query: 'subscription{tasksUpdated{cursor}}' }),
        subscribe({ query: 'subscription{tasksUpdated{cursor}}' }),
      ),
    'a stream from a cursor that is none': async () => {
      const reader = await EventStreamReader.open(gateway.url, key, {
        query: 'subscription{tasksUpdated(after:"x"){cursor}}',
      });
      reader.close();
    },
    'a stream that is left at once': async () => {
      const reader = await EventStreamReader.open(gateway.url, key, {
        query: 'subscription{tasksUpdated{cursor}}',
      });
      reader.close();
    },
    'what Runway refuses': () =>
      refusedByRunway(400, { error: 'Validation of body failed', issues: [], docUrl: 'x' }),
    'what Runway refuses with odd text': () => refusedByRunway(400, { error: 'a\u0000b\ud800' }),
    'what Runway does not know': () => refusedByRunway(404, { error: 'Not found' }),
    'cancelling and deleting what is not there': async () => {
      await ask('mutation{cancelTask(id:"1"){task{id}}}');
      await ask('mutation{deleteTask(id:"0f8fad5b-d9cb-469f-a165-70867728950e"){id}}');
    },
  };

  for (const [fault, commit] of Object.entries(faults)) {
    it(`leaves no line at error: ${fault}`, async () => {
      const before = log.lines.length;
      await commit();
      await eventually(() => {
        expect(log.lines.length).toBeGreaterThan(before);
      });
      const told = lines().slice(before);
      expect(told.filter(({ level }) => level === 'error')).toEqual([]);
    });
  }

  it('leaves no line at error: so much that is moderated that the tenant is stopped', async () => {
    const before = log.lines.length;
    await ask(BUY, { input: input('[moderated]') });
    await eventually(() => {
      clock.leap(POLL_MS);
      const told = lines().slice(before);
      expect(told.map(({ message }) => message)).toContain(
        'a tenant was stopped: its requests are moderated',
      );
    });
    await ask(BUY, { input: input('after that') });
    expect(
      lines()
        .slice(before)
        .filter(({ level }) => level === 'error'),
    ).toEqual([]);
  });
});

describe('the log of a gateway', () => {
  it('tells of its start, of a task that is accepted, sent and settled, and of its stop', async () => {
    const log = new RecordedLog();
    const clock = new LeapingClock();
    const gateway = await startGateway({}, { log, clock });
    gateway.emulator.settings.taskSeconds = 0;
    const prompt = 'a very private prompt';
    const label = 'a private label';
    const variables = {
      input: { gen4_5: { promptText: prompt, ratio: 'RATIO_1280_720' as const, duration: 5 } },
    };
    const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
      ...variables,
      label,
    });
    const id = createTextToVideo.task.id;
    let output = '';
    await eventually(async () => {
      clock.leap(POLL_MS);
      const { task } = await gateway.data(TaskDocument, { id });
      expect(task.status).toBe('SUCCEEDED');
      output = task.output[0]?.url ?? '';
    });
    await gateway.stop();
    const lines = log.lines.map((line) => JSON.parse(line) as Line);
    const told = lines.filter(({ message }) => /^task |^the gateway /.test(message));
    expect(told.map(({ message }) => message)).toEqual([
      'the gateway is up',
      'task accepted',
      'task sent',
      'task settled',
      'the gateway is stopping',
      'the gateway has stopped',
    ]);
    const ofTask = told.filter(({ message }) => message.startsWith('task'));
    for (const { fields } of ofTask)
      expect(fields).toMatchObject({ taskId: id, tenantId: 'default' });
    expect(ofTask[0]?.fields).toMatchObject({ operation: 'createTextToVideo', model: 'gen4.5' });
    expect(ofTask[2]?.fields).toMatchObject({
      operation: 'createTextToVideo',
      status: 'SUCCEEDED',
    });
    expect(output).not.toBe('');
    const secrets = [prompt, label, output, gateway.operatorKey];
    expect(secrets.filter((secret) => log.lines.join('\n').includes(secret))).toEqual([]);
  });
});

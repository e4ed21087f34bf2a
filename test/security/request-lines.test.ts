// Guarantee: the log has one line for each request, with its tenant and its outcome, in our own
// words: no line has text that a client wrote.
import {
  anEvent,
  startTinyGateway,
  type LogLine,
  type TinyGateway,
} from '../support/gateway/tiny-gateway.js';
import { RawConnection, postHead } from '../support/client/raw-connection.js';
import {
  ask,
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
} from '../support/client/wire.js';

type Fields = Readonly<Record<string, unknown>>;

describe('the log line of a request', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  async function lines(count = 1): Promise<readonly (LogLine & { readonly fields: Fields })[]> {
    const found = (): readonly LogLine[] =>
      gateway.log.filter(({ message }) => message === 'request');
    await gateway.clock.until(() => found().length >= count, { stepMs: 0 });
    return found() as readonly (LogLine & { readonly fields: Fields })[];
  }

  it('names the fields, the caller, the status, the time and the id, and stands alone', async () => {
    const asking = ask(gateway.url, gateway.key(), {
      query: '{task(id:"slow"){id} viewer{tenant}}',
    });
    await gateway.clock.until(() => gateway.ran.length === 2, { stepMs: 0 });
    await gateway.clock.advance(70);
    gateway.release();
    const { headers } = await asking;
    expect(await lines()).toEqual([
      {
        level: 'info',
        message: 'request',
        fields: {
          requestId: headers.get('x-request-id'),
          method: 'POST',
          path: '/graphql',
          operation: 'task,viewer',
          tenantId: 'tenant-alice',
          subject: 'key:alice',
          status: 200,
          ms: 70,
        },
      },
    ]);
    expect(gateway.log).toHaveLength(1);
  });

  it('tells the code and our own detail of what was refused or failed', async () => {
    await post(gateway.url, '{', jsonHeaders(gateway.key()));
    await ask(gateway.url, 'rgk_unknown_Abcdefghijklmnopqrstuvwxyz', { query: '{viewer{tenant}}' });
    await ask(gateway.url, gateway.key(), { query: '{task(id:"ours"){id}}' });
    const told = (await lines(3)).map(({ level, fields }) => [
      level,
      fields['status'],
      fields['code'],
      fields['detail'],
      fields['operation'],
    ]);
    expect(told).toEqual([
      ['info', 400, 'BAD_REQUEST', 'not JSON', undefined],
      ['info', 401, 'UNAUTHENTICATED', 'key unknown', undefined],
      ['info', 200, 'NOT_FOUND', 'task of tenant bob', 'task'],
    ]);
  });

  it('repeats nothing that a client wrote: names, aliases, paths, values, headers', async () => {
    const key = gateway.key();
    const query =
      'query Canary($canary:ID){canary:task(id:$canary){canary:id} ...canary} fragment canary on Query{viewer{tenant}}';
    await ask(gateway.url, key, {
      query,
      operationName: 'Canary',
      variables: { canary: 'canary' },
    });
    await ask(gateway.url, key, { query: '{canary}' });
    await ask(gateway.url, key, { query: 'canary' });
    await ask(gateway.url, key, { query: '{viewer{tenant}}', variables: { canary: 1 } });
    await fetch(`${gateway.url}/canary?canary=canary`, { headers: { 'user-agent': 'canary' } });
    await post(gateway.url, 'canary', { ...jsonHeaders(key), 'content-type': 'text/canary' });
    await post(gateway.url, '{"canary":', jsonHeaders(key));
    const raw = await RawConnection.open(gateway.url);
    await raw.send('CANARY /canary HTTP/1.1\r\nCanary: canary\r\n\r\n');
    await raw.next();
    raw.close();
    expect((await lines(8)).map(({ fields }) => fields['status'])).toEqual([
      200, 400, 400, 400, 404, 415, 400, 400,
    ]);
    expect(JSON.stringify(gateway.log).toLowerCase()).not.toContain('canary');
  });

  it('calls introspection by that name, and lists no more than five fields', async () => {
    const open = await startTinyGateway({ sandbox: true });
    await ask(open.url, open.key(), { query: '{__schema{queryType{name}} __typename}' });
    const [line] = open.log as readonly (LogLine & { readonly fields: Fields })[];
    expect(line?.fields['operation']).toBe('introspection');
    await open.stop();
  });

  it('tells that a client left before it was answered', async () => {
    const connection = await RawConnection.open(gateway.url);
    const body = JSON.stringify({ query: '{task(id:"never"){id}}' });
    const head = postHead(body.length, { Authorization: `Bearer ${gateway.key()}` });
    await connection.send(head + body);
    await gateway.clock.until(() => gateway.ran.length === 1, { stepMs: 0 });
    connection.reset();
    const [line] = await lines();
    expect(line).toMatchObject({ level: 'info', fields: { operation: 'task', cut: true } });
    expect(line?.fields['status']).toBeUndefined();
  });

  it('is written for a stream when it ends, and for each subscription on a socket', async () => {
    const query = 'subscription{taskUpdated(id:"1"){cursor}}';
    const stream = await EventStreamReader.open(gateway.url, gateway.key(), { query });
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key('bobby'));
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    await gateway.clock.until(() => gateway.events.open.size === 2, { stepMs: 0 });
    gateway.events.emit(anEvent('1'));
    await stream.next();
    await socket.next();
    expect(gateway.log).toEqual([]);
    stream.close();
    await lines(1);
    socket.send({ id: '1', type: 'complete' });
    await lines(2);
    socket.send({ id: '2', type: 'subscribe', payload: { query: 'subscription{nothing}' } });
    const told = (await lines(3)).map(({ fields }) => [
      fields['operation'],
      fields['tenantId'],
      fields['code'],
    ]);
    expect(told).toEqual([
      ['taskUpdated', 'tenant-alice', undefined],
      ['taskUpdated', 'tenant-bobby', undefined],
      [undefined, 'tenant-bobby', 'GRAPHQL_VALIDATION_FAILED'],
    ]);
    socket.close();
  });

  it('is at debug for what the sample leaves out and for health checks, never for a failure', async () => {
    const quiet = await startTinyGateway({ loggedPercent: 0 });
    await ask(quiet.url, quiet.key(), { query: '{viewer{tenant}}' });
    await ask(quiet.url, quiet.key(), { query: '{task(id:"ours"){id}}' });
    await fetch(`${quiet.url}/healthz`);
    const told = quiet.log.filter(({ message }) => message === 'request');
    expect(told.map(({ level }) => level)).toEqual(['debug', 'info', 'debug']);
    await quiet.stop();
    await fetch(`${gateway.url}/readyz`);
    expect((await lines()).map(({ level }) => level)).toEqual(['debug']);
  });
});

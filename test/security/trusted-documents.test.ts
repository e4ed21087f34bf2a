// Guarantee: where only trusted documents are served, no other text is executed, on any transport; the
// id of a document never opens more than its text would.
import { createHash } from 'node:crypto';
import { TrustedDocuments } from '../../src/policy/document/trusted-document-list.js';
import { anEvent, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import {
  ask,
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
  transports,
  type Request,
} from '../support/client/wire.js';

const TEXTS = {
  read: 'query Read { viewer { tenant } }',
  spend:
    'mutation Spend { createTextToVideo(input: { gen4_5: { promptText: "a", ratio: RATIO_1280_720 } }) { task { id } } }',
  follow: 'subscription Follow { taskUpdated(id: "t1") { cursor } }',
  bomb: `{ ${'viewer { tenant } '.repeat(3_000)} }`,
  schema: '{ __schema { types { name } } }',
};

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const IDS = Object.fromEntries(
  Object.entries(TEXTS).map(([name, text]) => [name, idOf(text)]),
) as Readonly<Record<keyof typeof TEXTS, string>>;

const MANIFEST: ReadonlyMap<string, string> = new Map([
  ...Object.values(TEXTS).map((text) => [idOf(text), text] as const),
  ['x-team:read', TEXTS.read],
]);

const UNKNOWN = `sha256:${'0'.repeat(64)}`;

describe('trusted documents', () => {
  let gateway: TinyGateway;

  afterEach(() => gateway.stop());

  const start = async (mode: 'off' | 'prefer' | 'only'): Promise<void> => {
    gateway = await startTinyGateway({ trustedDocuments: new TrustedDocuments(mode, MANIFEST) });
  };

  /** The codes that each transport answers with. */
  const codes = async (request: Request, key = gateway.key()): Promise<readonly unknown[]> =>
    await Promise.all(
      Object.values(transports).map(async (send) => {
        const errors = await send(gateway.url, key, request);
        return errors.map(({ extensions }) => extensions.code).join();
      }),
    );

  it('are served by their id over HTTP, WebSocket and as server-sent events', async () => {
    await start('only');
    const key = gateway.key();
    for (const documentId of [IDS.read, 'x-team:read']) {
      const { data } = await ask(gateway.url, key, { documentId });
      expect(data).toEqual({ viewer: { tenant: 'tenant-alice' } });
    }
    const socket = await ProtocolSocket.connect(gateway.url, key);
    socket.send({ id: '1', type: 'subscribe', payload: { documentId: IDS.follow } });
    const reader = await EventStreamReader.open(gateway.url, key, { documentId: IDS.follow });
    while (gateway.events.open.size < 2) await new Promise(setImmediate);
    gateway.events.emit(anEvent('c1'));
    const data = { taskUpdated: { cursor: 'c1' } };
    expect(await socket.next()).toMatchObject({ type: 'next', payload: { data } });
    expect(await reader.next()).toMatchObject({ event: 'next', data: { data } });
    reader.close();
    socket.close();
  });

  it('Q1, Q5, I1: by their id meet the same check as their text', async () => {
    await start('prefer');
    const key = gateway.key('bobby', { scopes: ['task:read'] });
    expect(await codes({ documentId: IDS.bomb }, key)).toEqual(
      await codes({ query: TEXTS.bomb }, key),
    );
    const unseen = await codes({ documentId: IDS.schema }, key);
    expect(unseen).toEqual(await codes({ query: TEXTS.schema }, key));
    expect(unseen[0]).toContain('GRAPHQL_VALIDATION_FAILED');
    const forbidden = await ask(gateway.url, key, { documentId: IDS.spend });
    expect(forbidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(gateway.ran).toEqual([]);
  });

  it('are the only ones where the gateway is set so: every other text is refused alike', async () => {
    await start('only');
    for (const query of [...Object.values(TEXTS), '{ viewer { subject } }', 'no GraphQL']) {
      expect(await codes({ query })).toEqual(Array(3).fill('TRUSTED_DOCUMENT_REQUIRED'));
    }
    expect((await ask(gateway.url, gateway.key(), { query: TEXTS.read })).status).toBe(403);
    expect(gateway.ran).toEqual([]);
  });

  it('leave room for other documents where they are preferred', async () => {
    await start('prefer');
    const { data } = await ask(gateway.url, gateway.key(), { query: '{ viewer { subject } }' });
    expect(data).toEqual({ viewer: { subject: 'key:alice' } });
  });

  it('are unknown by any id that the manifest does not have', async () => {
    await start('only');
    for (const documentId of [UNKNOWN, '', '__proto__', 'constructor', IDS.read.slice(7)]) {
      expect(await codes({ documentId })).toEqual(Array(3).fill('TRUSTED_DOCUMENT_UNKNOWN'));
    }
    expect((await ask(gateway.url, gateway.key(), { documentId: UNKNOWN })).status).toBe(404);
  });

  it('are not served at all where the gateway is not set so', async () => {
    await start('off');
    expect(await codes({ documentId: IDS.read })).toEqual(
      Array(3).fill('PERSISTED_QUERY_NOT_SUPPORTED'),
    );
  });

  it('are not guessed at: a request names a document or an id, as a text', async () => {
    await start('prefer');
    const headers = jsonHeaders(gateway.key());
    for (const body of [
      { query: TEXTS.read, documentId: IDS.read },
      { query: '', documentId: IDS.read },
      { documentId: 7 },
      { documentId: [IDS.read] },
      { documentId: null },
      {},
    ]) {
      const { status, errors } = await post(gateway.url, JSON.stringify(body), headers);
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    }
    expect(gateway.ran).toEqual([]);
  });
});

// Guarantee: every root field is refused to a credential without its scope, a stream before its
// source is opened; a field that has no row in the table is refused to every credential.
import { SCOPES } from '../../src/domain/tenant/scope.js';
import { operations } from '../../src/operations/operations.js';
import { anyCost } from '../support/client/counted.js';
import { anEvent, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask, EventStreamReader, ProtocolSocket, type WireError } from '../support/client/wire.js';

const INPUT = 'input:{gen4_5:{promptText:"a",ratio:RATIO_1280_720}}';

/** A document of each root field of the tiny graph. */
const DOCUMENTS = {
  task: '{task(id:"1"){id}}',
  tasks: '{tasks{nodes{id}}}',
  createTextToVideo: `mutation{createTextToVideo(${INPUT}){task{id}}}`,
  createTextToImage: `mutation{createTextToImage(${INPUT}){task{id}}}`,
  cancelTask: 'mutation{cancelTask(id:"1"){task{id}}}',
} as const;

const STREAMS = {
  taskUpdated: 'subscription{taskUpdated(id:"1"){cursor}}',
  tasksUpdated: 'subscription{tasksUpdated{cursor}}',
} as const;

describe('a credential without the scope', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway();
  });

  afterEach(() => gateway.stop());

  const keyWithout = (field: keyof typeof operations): string => {
    const { scope } = operations[field];
    return gateway.key('limited', { scopes: SCOPES.filter((each) => each !== scope) });
  };

  for (const [field, query] of Object.entries(DOCUMENTS)) {
    it(`Z6: does not run ${field}, even under another name`, async () => {
      const key = keyWithout(field as keyof typeof DOCUMENTS);
      for (const text of [query, query.replace(field, `viewer:${field}`)]) {
        const { status, errors } = await ask(gateway.url, key, { query: text });
        expect([status, errors[0]?.extensions.code]).toEqual([200, 'FORBIDDEN']);
      }
      expect(gateway.ran).toEqual([]);
    });

    it(`is not lacking for ${field} to the holder of that scope alone`, async () => {
      const { scope } = operations[field as keyof typeof DOCUMENTS];
      const key = gateway.key('exact', { scopes: SCOPES.filter((each) => each === scope) });
      expect((await ask(gateway.url, key, { query })).errors).toEqual([]);
      expect(gateway.ran).toEqual([field]);
    });
  }

  for (const [field, query] of Object.entries(STREAMS)) {
    it(`Z1: does not open ${field} over WebSocket`, async () => {
      const key = keyWithout(field as keyof typeof STREAMS);
      const socket = await ProtocolSocket.connect(gateway.url, key);
      socket.send({ id: '1', type: 'subscribe', payload: { query } });
      const { type, payload } = await socket.next();
      const { errors } = payload as { readonly errors: readonly WireError[] };
      expect([type, errors[0]?.extensions.code]).toEqual(['next', 'FORBIDDEN']);
      expect((await socket.next()).type).toBe('complete');
      expect(gateway.ran).toEqual([]);
      expect(gateway.events.open.size).toBe(0);
      socket.close();
    });

    it(`Z1: does not open ${field} over server-sent events`, async () => {
      const key = keyWithout(field as keyof typeof STREAMS);
      const stream = await EventStreamReader.open(gateway.url, key, { query });
      const first = await stream.next();
      const { errors } = first?.data as { readonly errors: readonly WireError[] };
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await stream.next())?.event).toBe('complete');
      expect(gateway.ran).toEqual([]);
      stream.close();
    });

    it(`is not lacking for ${field} to the holder of that scope alone`, async () => {
      const key = gateway.key('exact', { scopes: ['task:read'] });
      const socket = await ProtocolSocket.connect(gateway.url, key);
      socket.send({ id: '1', type: 'subscribe', payload: { query } });
      await gateway.clock.until(() => gateway.events.open.size === 1, { stepMs: 0 });
      gateway.events.emit(anEvent('c1'));
      expect(await socket.next()).toEqual({
        id: '1',
        type: 'next',
        payload: { data: { [field]: { cursor: 'c1' } }, extensions: anyCost() },
      });
      socket.close();
      await gateway.clock.until(() => gateway.events.open.size === 0, { stepMs: 0 });
    });
  }

  it('Z1: or with every scope does not read a field that the table does not list', async () => {
    const { errors } = await ask(gateway.url, gateway.key(), { query: '{unlisted}' });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(gateway.ran).toEqual([]);
  });
});

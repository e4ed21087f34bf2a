// Guarantee: what a socket is told arrives as one whole message, however long it is.
import { startTinyGateway, type TinyGateway } from '../../support/gateway/tiny-gateway.js';
import { ProtocolSocket } from '../../support/client/wire.js';

describe('a text frame', () => {
  let gateway: TinyGateway;
  beforeAll(async () => {
    gateway = await startTinyGateway();
  });
  afterAll(() => gateway.stop());

  it('has a head for each length, and text beyond ASCII', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    const query = 'subscription{tasksUpdated{cursor}}';
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    await gateway.clock.until(() => gateway.events.open.size === 1, { stepMs: 0 });
    const tell = async (cursor: string): Promise<void> => {
      gateway.events.emit({ cursor, task: { id: 't1' } });
      expect(await socket.next()).toMatchObject({
        type: 'next',
        payload: { data: { tasksUpdated: { cursor } } },
      });
    };
    // Around the lengths of 125, 126, 65,535 and 65,536 bytes, whatever else is in the message.
    for (let length = 0; length <= 126; length += 1) await tell('x'.repeat(length));
    for (let length = 65_400; length <= 65_536; length += 1) await tell('x'.repeat(length));
    await tell('ü€🙂'.repeat(10_000));
    socket.close();
  });
});

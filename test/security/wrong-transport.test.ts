// Guarantee: streams carry subscriptions and nothing else does, so that no query or mutation passes
// where the limits of the other transport do not hold.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask, transports } from '../support/client/wire.js';

const BUY =
  'mutation{createTextToVideo(input:{gen4_5:{promptText:"a",ratio:RATIO_1280_720}}){task{id}}}';

describe('a document on the wrong transport', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway({ sandbox: true });
  });

  afterAll(() => gateway.stop());
  afterEach(() => {
    expect(gateway.ran).toEqual([]);
  });

  it('is a subscription over HTTP, and the answer names where it is served', async () => {
    const query = 'subscription{taskUpdated(id:"1"){cursor}}';
    const { status, errors } = await ask(gateway.url, gateway.key(), { query });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'WRONG_TRANSPORT']);
    expect(errors[0]?.message).toContain('graphql-transport-ws');
    expect(errors[0]?.message).toContain('text/event-stream');
  });

  for (const name of ['webSocket', 'eventStream'] as const) {
    for (const [kind, query] of Object.entries({
      query: '{viewer{tenant}}',
      mutation: BUY,
      introspection: '{__schema{types{name}}}',
    })) {
      it(`W7: is a document of ${kind} over ${name}`, async () => {
        const errors = await transports[name](gateway.url, gateway.key(), { query });
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WRONG_TRANSPORT']);
        expect(errors[0]?.message).toContain('HTTP');
      });
    }
  }
});

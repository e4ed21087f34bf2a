// Guarantee: one document buys at most once. However a second spending field is written, nothing of
// the document is executed.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask } from '../support/client/wire.js';

const BUY = 'createTextToVideo(input:{gen4_5:{promptText:"a",ratio:RATIO_1280_720}}){task{id}}';
const BUY_IMAGE =
  'createTextToImage(input:{gen4_5:{promptText:"a",ratio:RATIO_1280_720}}){task{id}}';

const GREEDY: Readonly<Record<string, string>> = {
  'two aliases': `mutation{a:${BUY} b:${BUY}}`,
  'one response key twice': `mutation{${BUY} ${BUY}}`,
  'two different fields': `mutation{${BUY} ${BUY_IMAGE}}`,
  'a field and a fragment': `mutation{${BUY} ...F} fragment F on Mutation{b:${BUY}}`,
  'a fragment spread twice': `mutation{...F ...F} fragment F on Mutation{${BUY}}`,
  'nested fragments': `mutation{...F} fragment F on Mutation{...G x:${BUY}} fragment G on Mutation{y:${BUY}}`,
  'inline fragments': `mutation{...on Mutation{a:${BUY}} ...{b:${BUY}}}`,
  'fields under @skip': `mutation($no:Boolean=true){a:${BUY} b:${BUY.replace('{task', '@skip(if:$no){task')}}`,
};

describe('a document with several spending fields', () => {
  let gateway: TinyGateway;

  beforeAll(async () => {
    gateway = await startTinyGateway();
  });

  afterAll(() => gateway.stop());

  for (const [name, query] of Object.entries(GREEDY)) {
    it(`B2: by ${name} is refused whole`, async () => {
      const { status, errors } = await ask(gateway.url, gateway.key(), { query });
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'TOO_MANY_SPENDING_FIELDS']);
      expect(gateway.ran).toEqual([]);
    });
  }

  it('B6: is judged by the operation that is executed', async () => {
    const query = `query Read{viewer{tenant}} mutation One{${BUY}} mutation Two{a:${BUY} b:${BUY}}`;
    const request = { query, operationName: 'Two' };
    const refused = await ask(gateway.url, gateway.key(), request);
    expect(refused.errors[0]?.extensions.code).toBe('TOO_MANY_SPENDING_FIELDS');
    const unnamed = await ask(gateway.url, gateway.key(), { query });
    expect([unnamed.status, unnamed.errors[0]?.extensions.code]).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    const unknown = await ask(gateway.url, gateway.key(), { query, operationName: 'Three' });
    expect(unknown.status).toBe(400);
    expect(gateway.ran).toEqual([]);
  });

  it('B2: does not stand for a document with one, which is executed once', async () => {
    const query = `mutation{...F cancelTask(id:"1"){task{id}}} fragment F on Mutation{${BUY}}`;
    const { status, errors } = await ask(gateway.url, gateway.key(), { query });
    expect([status, errors]).toEqual([200, []]);
    expect(gateway.ran.filter((field) => field === 'createTextToVideo')).toHaveLength(1);
  });
});

import { planAnswers } from '../../schema/generate/answers.js';
import { Report } from '../../schema/generate/report.js';
import { buildGraph, type Services } from '../../src/api/schema.js';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { makeVoice } from '../support/client/resources.js';
import { answered } from '../support/client/answered.js';
import { ask } from '../support/client/wire.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { alterRunway } from '../support/runway/altered-runway.js';
import { methodsAnswering } from '../unit/generate/declarations/newer-answers.js';

/** What a newer SDK would declare. */
const DECLARED = {
  PROCESSING:
    "mood: 'calm' | 'wild'; range: { low: number; parts: Array<{ name: string }> }; tags: Array<string>;",
  TIER: 'seats: number;',
};

/** What a newer Runway tells: also what nothing declares. */
let told: Readonly<Record<string, unknown>> = {};

// Guarantee: a new value of Runway's answers reaches clients without an edit by hand, and nothing else
// of the answers does.
describe('a field that is made for a new value of Runway’s', () => {
  let emulator: Emulator;
  let runway: Awaited<ReturnType<typeof alterRunway>>;
  let gateway: TestGateway;
  let voiceId = '';
  let addedFields: ReturnType<typeof planAnswers>['fields'] = [];

  beforeAll(async () => {
    const rules = { relaxedBounds: [], requireIdempotencyKey: false };
    const byHand = buildGraph({} as Services, rules, []);
    const graphs = { byHand, released: undefined };
    ({ fields: addedFields } = planAnswers(methodsAnswering(DECLARED), graphs, new Report()));
    const clock = new FakeClock();
    emulator = await startEmulator({ port: 0, clock, settings: { concurrency: null } });
    runway = await alterRunway(emulator, (path, answer) => {
      if (path.startsWith('/v1/voices/')) return { ...answer, ...told };
      if (path !== '/v1/organization') return answer;
      return { ...answer, tier: { ...(answer['tier'] as object), seats: 12 } };
    });
    gateway = await startGateway(
      { RUNWAYML_API_SECRET: 'key_any', RUNWAYML_BASE_URL: runway.url },
      { clock, addedFields },
    );
    voiceId = (await makeVoice(gateway, {})).id;
  });

  afterAll(async () => {
    await gateway.stop();
    await runway.close();
    await emulator.close();
  });

  async function query(text: string): Promise<Readonly<Record<string, unknown>>> {
    return answered(await ask(gateway.url, gateway.operatorKey, { query: text }));
  }

  async function voice(fields: string): Promise<unknown> {
    return (await query(`{ voice(id: "${voiceId}") { ${fields} } }`))['voice'];
  }

  it('has the value that Runway tells, in a read and in a list', async () => {
    told = { mood: 'wild', tags: ['a', 'b'] };
    expect(await voice('name mood tags')).toEqual({ name: 'Ada', mood: 'wild', tags: ['a', 'b'] });
    const { voices } = await query('{ voices(first: 5) { nodes { mood } } }');
    expect(voices).toEqual({ nodes: [{ mood: 'wild' }] });
  });

  it('is null where Runway does not tell it, or tells another form', async () => {
    told = {};
    expect(await voice('mood tags range')).toEqual({ mood: null, tags: null, range: null });
    told = { mood: 7, tags: 'a' };
    expect(await voice('name mood tags')).toEqual({ name: 'Ada', mood: null, tags: null });
  });

  it('shows of an object what the SDK declares, and nothing else', async () => {
    told = {
      range: { low: 1, owner: 'bob', parts: [{ name: 'a', owner: 'bob' }] },
      owner: 'bob',
    };
    expect(await voice('range')).toEqual({ range: { low: 1, parts: [{ name: 'a' }] } });
    const unknown = await gateway.post({ query: `{ voice(id: "${voiceId}") { owner } }` });
    expect(await unknown.json()).toHaveProperty('errors');
  });

  it('takes no place of what the graph shows by hand', async () => {
    told = { name: 'Eve', mood: 'calm' };
    expect(await voice('name mood')).toEqual({ name: 'Eve', mood: 'calm' });
  });

  it('makes no graph that is not valid: the gateway does not start', async () => {
    const [field] = addedFields;
    if (field === undefined) throw new Error('no added field');
    const settings = { RUNWAYML_API_SECRET: 'key_any', RUNWAYML_BASE_URL: runway.url };
    const parts = { clock: new FakeClock(), addedFields: [{ ...field, name: '__mood' }] };
    await expect(startGateway(settings, parts)).rejects.toThrow('must not begin with "__"');
  });

  it('has what stands in an object of the answer', async () => {
    expect(await query('{ organization { tierSeats creditBalance } }')).toEqual({
      organization: { tierSeats: 12, creditBalance: expect.any(Number) as number },
    });
  });
});

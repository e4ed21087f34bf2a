// Guarantee: an estimate sends nothing, keeps nothing and reserves nothing.
import {
  CreateTextToVideoDocument,
  EstimateDocument,
  IssueTokenDocument,
  TasksDocument,
  ViewerBudgetDocument,
  type EstimateInput,
} from '../../client/src/generated/graphql.js';
import { MISSING_ID } from '../support/client/hidden.js';
import { aVideo } from '../support/client/inputs.js';
import { codesOf } from '../support/client/tasks.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';

interface Costed extends Answer {
  readonly extensions: { readonly cost: { readonly requested: number } };
}

describe('estimate', () => {
  let gateway: TestGateway;
  let audio: string;
  let video: string;

  beforeAll(async () => {
    gateway = await startGateway();
    audio = await gateway.keyOf('ann', ['GENERATE_AUDIO']);
    video = await gateway.keyOf('bob', ['GENERATE_VIDEO', 'TASK_READ']);
    gateway.emulator.clearRequests();
  });

  afterAll(() => gateway.stop());

  afterEach(() => {
    expect(gateway.emulator.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  const estimate = (request: EstimateInput, key?: string) =>
    gateway.ask(EstimateDocument, { request }, key);

  const ask = async (query: string): Promise<Costed> =>
    (await (await gateway.post({ query })).json()) as Costed;

  it('prices a request, and makes no task', async () => {
    const { data } = await estimate({ createTextToVideo: aVideo() }, video);
    const expected = { credits: 60, source: 'PRICES', remaining: null, wouldWait: false };
    expect(data?.estimate).toMatchObject(expected);
    expect((await gateway.data(TasksDocument, {}, video)).tasks.nodes).toEqual([]);
    const { viewer } = await gateway.data(ViewerBudgetDocument, {}, video);
    expect(viewer.budget.map(({ reserved }) => reserved)).toEqual([0, 0, 0, 0]);
  });

  it('prices a creation', async () => {
    const document = await estimate({ createDocument: { name: 'Terms', content: 'None.' } });
    expect(document.data?.estimate?.credits).toBe(0);
  });

  it('refuses what the mutation refuses, under the path of the chosen member', async () => {
    const bad = await estimate({ createTextToVideo: aVideo('') });
    expect(codesOf(bad)).toEqual(['BAD_USER_INPUT']);
    expect(bad.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'request.createTextToVideo.gen4_5.promptText', rule: 'minLength' },
    ]);
    const foreign = await estimate({ runWorkflow: { workflowId: MISSING_ID } });
    expect(foreign.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'request.runWorkflow.workflowId' },
    ]);
  });

  it('needs the scope of the chosen mutation', async () => {
    expect(codesOf(await estimate({ createTextToVideo: aVideo() }, audio))).toEqual(['FORBIDDEN']);
    const createVoiceIsolation = { audioUri: 'https://assets.example.com/ada.mp3' } as never;
    expect(codesOf(await estimate({ createVoiceIsolation }, audio))).not.toContain('FORBIDDEN');
  });

  it('is open to a token that is narrowed to the chosen mutation, and to no other', async () => {
    const input = {
      scopes: ['GENERATE_VIDEO'],
      operations: ['CREATE_TEXT_TO_VIDEO'],
      expiresInSeconds: 60,
    } as never;
    const { issueToken } = await gateway.data(IssueTokenDocument, { input }, video);
    const token = issueToken.token;
    expect(codesOf(await estimate({ createTextToVideo: aVideo() }, token))).toEqual([]);
    const other = { createVideoToHdr: { videoUri: 'https://assets.example.com/a.mp4' } } as never;
    expect(codesOf(await estimate(other, token))).not.toEqual([]);
  });

  it('costs a document as much as the mutation', async () => {
    const priced = await ask(
      '{ estimate(request: { createDocument: { name: "a", content: "b" } }) { credits } }',
    );
    expect(priced.extensions.cost.requested).toBe(20);
    const paid = await ask(
      '{ estimate(request: { createTextToVideo: { gen4_5: { promptText: "a", ratio: RATIO_1280_720, duration: 5 } } }) { credits } }',
    );
    expect(paid.extensions.cost.requested).toBe(100);
  });

  it.each([
    [
      'under two names',
      'query ($r: EstimateInput!) { a: estimate(request: $r) { credits } b: estimate(request: $r) { credits } }',
    ],
    [
      'by a fragment',
      'query ($r: EstimateInput!) { ...F estimate(request: $r) { credits } } fragment F on Query { b: estimate(request: $r) { credits } }',
    ],
  ])('stands once in a document: %s it is refused', async (_how, query) => {
    const response = await gateway.post({
      query,
      variables: { r: { createTextToVideo: aVideo() } },
    });
    expect(codesOf((await response.json()) as Answer)).toEqual(['TOO_MANY_SPENDING_FIELDS']);
  });

  it('takes exactly one request', async () => {
    const two = { createTextToVideo: aVideo(), createDocument: { name: 'a', content: 'b' } };
    expect(codesOf(await estimate(two as never))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await estimate({} as never))).toEqual(['BAD_USER_INPUT']);
  });

  it('leaves the siblings of a failed field in place', async () => {
    const { data, errors } = await ask(
      '{ viewer { tenant { id } } task(id: "00000000-0000-4000-8000-000000000000") { id } }',
    );
    expect(data).toMatchObject({ viewer: { tenant: { id: 'default' } }, task: null });
    expect(errors).toHaveLength(1);
  });

  it('is the estimate that the task gets', async () => {
    const { data } = await estimate({ createTextToVideo: aVideo() });
    const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
      input: aVideo(),
    });
    expect(createTextToVideo.estimate.credits).toBe(data?.estimate?.credits);
    gateway.emulator.clearRequests();
  });
});

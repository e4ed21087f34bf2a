// Guarantee: what Runway says to a tenant's own request or task reaches that tenant, and nothing of
// another tenant, of a secret or of the account reaches it with that.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TaskUpdatedDocument } from '../../client/src/generated/graphql.js';
import { followed } from '../support/client/followed.js';
import { aVideo } from '../support/client/inputs.js';
import { makeRouter } from '../support/client/resources.js';
import { openStream } from '../support/client/streams.js';
import { createVideo, readTask, untilStatus } from '../support/client/tasks.js';
import { ask, type WireAnswer, type WireError } from '../support/client/wire.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

const FOREIGN_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const DOC_URL = 'https://docs.dev.runwayml.com/api';

const imageToVideo = (uri: string): object => ({
  gen4Turbo: { promptImage: [{ uri }], ratio: 'RATIO_1280_720', duration: 5 },
});

function create(gateway: TestGateway, field: string, input: object): Promise<WireAnswer> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { task { id } } }`;
  return ask(gateway.url, gateway.operatorKey, { query, variables: { input } });
}

async function refused(gateway: TestGateway, field: string, input: object): Promise<WireError> {
  const { errors } = await create(gateway, field, input);
  const [error] = errors;
  if (error === undefined || errors.length > 1) throw new Error('One error is expected.');
  return error;
}

describe('what Runway says', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterEach(() => {
    gateway.emulator.clearFaults();
  });

  afterAll(() => gateway.stop());

  function say(body: object, path = '/v1/*', status = 400): void {
    gateway.emulator.setFault({ method: 'POST', path, times: 1, status, body });
  }

  describe('against a request', () => {
    it('of an asset that cannot be fetched stands in the issue of its place', async () => {
      const uri = 'https://assets.example.com/fox-[asset-404].png';
      const { extensions } = await refused(gateway, 'createImageToVideo', imageToVideo(uri));
      expect(extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        issues: [
          {
            path: expect.stringMatching(/^input\.gen4Turbo\.promptImage/) as string,
            rule: 'runway:custom',
            message: 'Failed to fetch asset. HTTP 404',
          },
        ],
        runway: { status: 400, docUrl: DOC_URL },
      });
    });

    it('without issues stands in runway.message', async () => {
      say({ error: "Invalid parameter 'promptText'", docUrl: `${DOC_URL}?ref=1` });
      const { extensions } = await refused(gateway, 'createTextToVideo', aVideo());
      expect(extensions).toMatchObject({ code: 'RUNWAY_REFUSED', retryable: false });
      expect(extensions.runway).toEqual({
        status: 400,
        message: "Invalid parameter 'promptText'",
        docUrl: DOC_URL,
      });
    });

    it('of a router without an eligible model keeps the code and the filters', async () => {
      const slug = 'words';
      await makeRouter(gateway, { slug, settings: { maxCreditsPerGeneration: { video: 1 } } });
      const input = { configId: slug, input: { promptText: 'A fox' } };
      const { extensions } = await refused(gateway, 'generateVideo', input);
      expect(extensions.code).toBe('RUNWAY_REFUSED');
      expect(extensions.runway).toEqual({
        status: 400,
        code: 'no_eligible_model',
        message: 'No model satisfies the router and the request together',
        emptiedBy: ['price'],
      });
    });

    it('M7: is dropped where it holds what the request did not', async () => {
      const issues = ['promptText', 'ratio'].map((name) => ({
        code: 'custom',
        path: [name],
        message: `${name} is that of avatar ${FOREIGN_ID}`,
        values: ['1:1', 'cheap-router', FOREIGN_ID],
      }));
      for (const error of [
        `Task ${FOREIGN_ID} holds the slot`,
        'Router t0123456789-nightly is meant',
        'Key key_0123456789abcdef was revoked',
        'Your organization has 200 tasks a day',
      ]) {
        say({ error, issues });
        const { extensions } = await refused(gateway, 'createTextToVideo', aVideo());
        expect(extensions.runway).toEqual({ status: 400 });
        expect(extensions.issues).toEqual([
          {
            path: 'input.gen4_5.promptText',
            rule: 'runway:custom',
            message: 'Runway does not accept this value.',
            allowed: ['1:1'],
          },
          {
            path: 'input.gen4_5.ratio',
            rule: 'runway:custom',
            message: 'Runway does not accept this value.',
            allowed: ['1:1'],
          },
        ]);
      }
    });

    it('M7: names an id that the request did contain', async () => {
      const error = `The prompt names ${FOREIGN_ID}`;
      say({ error });
      const { extensions } = await refused(gateway, 'createTextToVideo', aVideo(FOREIGN_ID));
      expect(extensions.runway?.message).toBe(error);
    });

    it('of credits is told by its code alone', async () => {
      say({ error: 'You do not have enough credits to run this task.', docUrl: DOC_URL });
      const { extensions } = await refused(gateway, 'createTextToVideo', aVideo());
      expect(extensions.code).toBe('RUNWAY_OUT_OF_CREDITS');
      expect(extensions.runway).toEqual({ status: 400, docUrl: DOC_URL });
    });

    it('of an upload’s name is told, too', async () => {
      say({ error: 'The extension of fox.exe is not supported' }, '/v1/uploads');
      const query = 'mutation { createUpload(input: { filename: "fox.exe" }) { uploadUrl } }';
      const { errors } = await ask(gateway.url, gateway.operatorKey, { query });
      expect(errors[0]?.extensions).toMatchObject({
        code: 'RUNWAY_REFUSED',
        runway: { status: 400, message: 'The extension of fox.exe is not supported' },
      });
    });
  });

  describe('of a failed task', () => {
    const slow = imageToVideo('https://assets.example.com/fox-[slow-asset].png');
    const WORDS = 'Timed out fetching asset: its server did not send the file within 10 s.';

    async function start(): Promise<string> {
      const { data } = await create(gateway, 'createImageToVideo', slow);
      return (data as { createImageToVideo: { task: { id: string } } }).createImageToVideo.task.id;
    }

    it('is shown with the failure, in reads and in events', async () => {
      const id = await start();
      const stream = openStream(gateway.url, gateway.operatorKey, TaskUpdatedDocument, { id });
      const events = await followed(clock, stream, 1);
      const { failure } = await readTask(gateway, id);
      expect(failure).toMatchObject({ code: 'ASSET.INVALID', runwayMessage: WORDS });
      expect(events.at(-1)?.taskUpdated.task.failure).toEqual(failure);
    });

    it('M7: is dropped where it holds what the input did not', async () => {
      const { id, runwayTaskId } = await createVideo(gateway);
      const failure = `Worker of task ${FOREIGN_ID} died`;
      const body = { id: runwayTaskId, status: 'FAILED', failure, failureCode: 'INTERNAL' };
      gateway.emulator.setFault({ method: 'GET', path: '/v1/tasks/{id}', status: 200, body });
      const task = await untilStatus(gateway, clock, id, 'FAILED');
      expect(task.failure).toMatchObject({ code: 'INTERNAL', runwayMessage: null });
    });

    it('is that of a request which was refused in the background', async () => {
      gateway.emulator.setFault({
        method: 'POST',
        path: '/v1/text_to_video',
        times: 1,
        status: 429,
        body: { error: 'Slow down.' },
      });
      const { id } = await createVideo(gateway);
      const issue = { code: 'custom', path: ['promptText'], message: 'Too dull' };
      say({ error: 'Validation of body failed', issues: [issue] });
      const task = await untilStatus(gateway, clock, id, 'FAILED');
      expect(task.failure).toMatchObject({
        code: 'RUNWAY_REFUSED',
        runwayMessage: 'Validation of body failed Too dull',
      });
    });
  });

  it('of a failed task is there after a restart', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
    const first = await startGateway({ DATA_DIR: dataDir }, { clock });
    const { id } = await createVideo(first, { input: aVideo('A fox [bad-output]') });
    const { failure } = await untilStatus(first, clock, id, 'FAILED');
    expect(failure?.runwayMessage).toBe('No output of sufficient quality could be made.');
    await first.stop();
    const second = await startGateway({ DATA_DIR: dataDir }, { clock });
    expect((await readTask(second, id)).failure).toEqual(failure);
    await second.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);
});

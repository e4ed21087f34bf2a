import RunwayML, { APIConnectionError, BadRequestError, NotFoundError } from '@runwayml/sdk';
import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { A_VIDEO, useEmulator } from './harness.js';

const harness = useEmulator({ taskSeconds: 10 });

const runway = () =>
  new RunwayML({
    apiKey: 'key_test',
    baseURL: harness.emulator.url,
    maxRetries: 0,
    logLevel: 'off',
  });

describe("Runway's own client", () => {
  it('starts a task, follows it and deletes it', async () => {
    const client = runway();
    const { id, estimatedCost } = await client.textToVideo.create(A_VIDEO);
    expect(estimatedCost.credits).toBe(60);
    expect((await client.tasks.retrieve(id)).status).toBe('PENDING');
    harness.clock.advance(10_000);
    const task = await client.tasks.retrieve(id);
    expect(task).toMatchObject({ status: 'SUCCEEDED', cost: { credits: 60 } });
    await client.tasks.delete(id);
    await expect(client.tasks.retrieve(id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('waits for a task that is done', async () => {
    harness.emulator.settings.taskSeconds = 0;
    const task = await runway()
      .soundEffect.create({ model: 'eleven_text_to_sound_v2', promptText: 'rain' })
      .then(({ id }) => runway().tasks.retrieve(id).waitForTaskOutput());
    expect(task.output).toHaveLength(1);
  });

  it('sends the headers that the emulator asks for', async () => {
    await runway().organization.retrieve();
    expect(harness.emulator.requests()).toMatchObject([
      {
        headers: {
          authorization: 'Bearer ***',
          'x-runway-version': '2024-11-06',
          'user-agent': expect.stringMatching(/^RunwayML\/JS /),
        },
      },
    ]);
  });

  it('sees issues as data', async () => {
    const attempt = runway().textToVideo.create({ ...A_VIDEO, duration: 11 });
    await expect(attempt).rejects.toBeInstanceOf(BadRequestError);
    await expect(attempt).rejects.toMatchObject({
      status: 400,
      error: { issues: [{ code: 'too_big', path: ['duration'] }] },
    });
  });

  it('uploads a file and uses it', async () => {
    const file = new File([new Uint8Array(2_048)], 'frame.png', { type: 'image/png' });
    const { uri } = await runway().uploads.createEphemeral({ file });
    const { id } = await runway().imageToVideo.create({
      model: 'gen4_turbo',
      promptImage: uri,
      ratio: '1280:720',
    });
    expect(id).toEqual(expect.any(String));
  });

  it('runs the workflow that stands there', async () => {
    const { id } = await runway().workflows.run(SEEDED.workflowId);
    harness.clock.advance(10_000);
    const invocation = await runway().workflowInvocations.retrieve(id);
    expect(invocation.status).toBe('SUCCEEDED');
  });

  it('pages through the routers', async () => {
    const slugs: string[] = [];
    for await (const router of runway().routers.list({ limit: 1 })) slugs.push(router.slug);
    expect(slugs).toEqual(['default', 'studio']);
  });

  it('sees a broken connection', async () => {
    harness.emulator.setFault({ path: '/v1/*', reset: 'afterRead' });
    await expect(runway().textToVideo.create(A_VIDEO)).rejects.toBeInstanceOf(APIConnectionError);
    expect(harness.emulator.requests()).toHaveLength(1);
  });
});

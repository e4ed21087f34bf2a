import { A_VIDEO, UNKNOWN_ID, useEmulator } from './harness.js';

const harness = useEmulator({ taskSeconds: 10, credits: 1_000 });
const { call, create, task } = harness;

/** Credits: five seconds of gen4.5. */
const PRICE = 60;

describe('a task', () => {
  it('goes from PENDING over RUNNING to SUCCEEDED on the clock', async () => {
    const id = await create();
    const live = { id, createdAt: '2026-06-01T12:00:00.000Z', estimatedCost: { credits: PRICE } };
    expect((await task(id)).body).toEqual({ ...live, status: 'PENDING' });

    harness.clock.advance(1_000);
    expect((await task(id)).body).toEqual({ ...live, status: 'RUNNING', progress: 0 });
    harness.clock.advance(4_500);
    expect((await task(id)).body).toEqual({ ...live, status: 'RUNNING', progress: 0.5 });
    harness.clock.advance(4_499);
    expect((await task(id)).body).toMatchObject({ status: 'RUNNING', progress: 1 });

    harness.clock.advance(1);
    expect((await task(id)).body).toEqual({
      id,
      createdAt: '2026-06-01T12:00:00.000Z',
      status: 'SUCCEEDED',
      output: [expect.stringMatching(/\/outputs\/[0-9a-f-]{36}\.mp4\?_jwt=/)],
      cost: { credits: PRICE },
    });
  });

  it('finishes at once when the speed is raised', async () => {
    const id = await create();
    harness.emulator.settings.taskSeconds = 0;
    expect((await task(id)).body.status).toBe('SUCCEEDED');
  });

  it('is not found under an unknown id', async () => {
    const reply = await task(UNKNOWN_ID);
    expect([reply.status, reply.body]).toEqual([404, { error: 'Could not find Task' }]);
  });
});

describe('concurrency', () => {
  const statuses = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(task))).map((reply) => reply.body.status);

  it('throttles what is over the limit of a model, and starts it in turn', async () => {
    harness.emulator.settings.concurrencyByModel = { 'gen4.5': 1 };
    const ids = [await create(), await create(), await create()];
    expect(await statuses(ids)).toEqual(['PENDING', 'THROTTLED', 'THROTTLED']);
    harness.clock.advance(10_000);
    expect(await statuses(ids)).toEqual(['SUCCEEDED', 'PENDING', 'THROTTLED']);
    harness.clock.advance(20_000);
    expect(await statuses(ids)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  });

  it('starts a waiting task when the one before it ends, not when a client looks', async () => {
    harness.emulator.settings.concurrency = 1;
    const ids = [await create(), await create()];
    harness.clock.advance(15_500);
    expect((await task(ids[1] ?? '')).body).toMatchObject({ status: 'RUNNING', progress: 0.5 });
  });

  it('gives the slot of a cancelled task to the next', async () => {
    harness.emulator.settings.concurrency = 1;
    const ids = [await create(), await create()];
    await call('DELETE', `/v1/tasks/${ids[0] ?? ''}`);
    expect((await task(ids[1] ?? '')).body.status).toBe('PENDING');
  });

  it('does not count one model against another', async () => {
    harness.emulator.settings.concurrency = 1;
    await create();
    const other = await create({ model: 'gemini_omni_flash', promptText: 'x' });
    expect((await task(other)).body.status).toBe('PENDING');
  });

  it('starts what waits when the limit is lifted', async () => {
    harness.emulator.settings.concurrency = 1;
    const ids = [await create(), await create()];
    harness.emulator.settings.concurrency = null;
    expect(await statuses(ids)).toEqual(['PENDING', 'PENDING']);
  });
});

describe('DELETE of a task', () => {
  it('cancels a live one, which is gone then', async () => {
    const id = await create();
    const reply = await call('DELETE', `/v1/tasks/${id}`);
    expect([reply.status, reply.body]).toEqual([204, null]);
    expect((await task(id)).body).toEqual({ error: 'Could not find Task' });
    expect((await call('DELETE', `/v1/tasks/${id}`)).status).toBe(404);
  });

  it('deletes a settled one and its output', async () => {
    const id = await create();
    harness.clock.advance(10_000);
    const { output } = (await task(id)).body as unknown as { output: string[] };
    expect((await fetch(output[0] ?? '')).status).toBe(200);
    expect((await call('DELETE', `/v1/tasks/${id}`)).status).toBe(204);
    expect((await task(id)).status).toBe(404);
    expect((await fetch(output[0] ?? '')).status).toBe(404);
  });

  it('gives back the credits of a task that had not begun, and no others', async () => {
    const pending = await create();
    await call('DELETE', `/v1/tasks/${pending}`);
    expect(harness.emulator.settings.credits).toBe(1_000);
    const running = await create();
    harness.clock.advance(5_000);
    await call('DELETE', `/v1/tasks/${running}`);
    expect(harness.emulator.settings.credits).toBe(1_000 - PRICE);
    const done = await create();
    harness.clock.advance(10_000);
    await call('DELETE', `/v1/tasks/${done}`);
    expect(harness.emulator.settings.credits).toBe(1_000 - 2 * PRICE);
  });
});

describe('credits', () => {
  it('are taken for the estimate at once', async () => {
    await create();
    expect((await call('GET', '/v1/organization')).body['creditBalance']).toBe(1_000 - PRICE);
  });

  it('come back as far as a task of automatic duration did not need them', async () => {
    const id = await create({ model: 'seedance2_mini', promptText: 'x', duration: 'auto' });
    expect(harness.emulator.settings.credits).toBe(1_000 - 240);
    harness.clock.advance(10_000);
    expect((await task(id)).body['cost']).toEqual({ credits: 80 });
    expect(harness.emulator.settings.credits).toBe(1_000 - 80);
  });

  it('refuse a create that they do not cover', async () => {
    harness.emulator.settings.credits = PRICE - 1;
    const reply = await call('POST', '/v1/text_to_video', A_VIDEO);
    expect([reply.status, reply.body]).toEqual([
      400,
      {
        error: 'You do not have enough credits to run this task.',
        docUrl: 'https://docs.dev.runwayml.com/api',
      },
    ]);
    expect(harness.emulator.settings.credits).toBe(PRICE - 1);
  });
});

describe('the daily cap', () => {
  it('answers 429 without Retry-After, until the oldest create is a day old', async () => {
    harness.emulator.settings.dailyCap = 2;
    await create();
    harness.clock.advance(3_600_000);
    await create();
    const reply = await call('POST', '/v1/text_to_video', A_VIDEO);
    expect([reply.status, reply.body, reply.headers.get('retry-after')]).toEqual([
      429,
      {
        error: 'Your daily task limit has been reached.',
        docUrl: 'https://docs.dev.runwayml.com/api',
      },
      null,
    ]);
    harness.clock.advance(82_800_000);
    await create();
  });

  it('counts each model for itself', async () => {
    harness.emulator.settings.dailyCapByModel = { 'gen4.5': 0 };
    expect((await call('POST', '/v1/text_to_video', A_VIDEO)).status).toBe(429);
    await create({ model: 'gemini_omni_flash', promptText: 'x' });
  });
});

describe('moderation', () => {
  it('fails a marked text, which costs as much as a success', async () => {
    const id = await create({ ...A_VIDEO, promptText: 'a [moderated] wish' });
    harness.clock.advance(10_000);
    expect((await task(id)).body).toMatchObject({
      status: 'FAILED',
      failure: expect.any(String),
      failureCode: 'SAFETY.INPUT.TEXT',
      cost: { credits: PRICE },
    });
    expect(harness.emulator.settings.credits).toBe(1_000 - PRICE);
  });

  it('gives back what a bad output cost', async () => {
    const id = await create({ ...A_VIDEO, promptText: 'a [bad-output]' });
    harness.clock.advance(10_000);
    expect((await task(id)).body).toMatchObject({
      status: 'FAILED',
      failureCode: 'INTERNAL.BAD_OUTPUT.01',
      cost: { credits: 0 },
    });
    expect(harness.emulator.settings.credits).toBe(1_000);
  });
});

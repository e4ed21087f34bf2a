import {
  CancelTaskDocument,
  CreateTextToImageDocument,
  ViewerBudgetDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { createVideo, readTask, untilStatus } from '../support/client/tasks.js';

const PATH = '/v1/text_to_video';
const MODEL = 'gen4.5';

/** 5 s of gen4.5. */
const CREDITS = 60;

const anImage = { gen4Image: { promptText: 'A fox', ratio: 'RATIO_1280_720' } } as const;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

describe('a model whose daily cap at Runway is reached', () => {
  const stage = useGateway();

  /** What Runway answered to each POST. */
  const posts = (): (number | null)[] =>
    stage.gateway.emulator
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === PATH)
      .map(({ status }) => status);

  const holding = async (key: string): Promise<object | undefined> =>
    (await stage.gateway.data(ViewerBudgetDocument, {}, key)).viewer.budget[0];

  // Guarantee: one request an hour tries the cap, for all waiting tasks of all tenants.
  it('B5: parks what comes, says until when, and sends it once the cap has room', async () => {
    const { gateway, clock, ann, bob } = stage;
    const { settings } = gateway.emulator;
    settings.dailyCapByModel = { [MODEL]: 1 };
    const accepted = await createVideo(gateway, {}, ann);
    const parked = await createVideo(gateway, {}, ann);
    expect([accepted.status, parked.status]).toEqual(['PENDING', 'QUEUED']);
    expect(parked.waitingFor?.reason).toBe('RUNWAY_DAILY_CAP');
    const untilMs = Date.parse(parked.waitingFor?.until ?? '');
    const waitMs = untilMs - clock.now().getTime();
    expect(waitMs).toBeGreaterThanOrEqual(HOUR_MS);
    expect(waitMs).toBeLessThanOrEqual(HOUR_MS + MINUTE_MS);

    // The next ones wait with it, unsent; another model does not.
    const others = [await createVideo(gateway, {}, bob), await createVideo(gateway, {}, bob)];
    for (const { status, waitingFor } of others) {
      expect({ status, waitingFor }).toEqual({ status: 'QUEUED', waitingFor: parked.waitingFor });
    }
    expect(posts()).toEqual([200, 429]);
    const image = await gateway.data(CreateTextToImageDocument, { input: anImage }, bob);
    expect(image.createTextToImage.task.status).toBe('PENDING');

    await untilStatus(gateway, clock, accepted.id, 'SUCCEEDED', ann);
    await clock.leap(untilMs - 1 - clock.now().getTime());
    expect(posts()).toEqual([200, 429]);
    expect(await holding(ann)).toMatchObject({ reserved: CREDITS, spent: CREDITS });

    // One goes first; the cap is still reached, and all wait for another hour.
    await clock.until(() => posts().length === 3);
    await clock.advance(MINUTE_MS);
    expect(posts()).toEqual([200, 429, 429]);
    expect(await readTask(gateway, parked.id, ann)).toMatchObject({
      status: 'QUEUED',
      waitingFor: { reason: 'RUNWAY_DAILY_CAP' },
    });

    // What is parked can be cancelled, and costs nothing.
    const [kept, given] = others;
    await gateway.data(CancelTaskDocument, { id: given?.id ?? '' }, bob);
    settings.dailyCapByModel = {};
    await clock.leap(HOUR_MS + MINUTE_MS);
    await untilStatus(gateway, clock, parked.id, 'SUCCEEDED', ann);
    await untilStatus(gateway, clock, kept?.id ?? '', 'SUCCEEDED', bob);
    expect(posts()).toEqual([200, 429, 429, 200, 200]);
    expect(await holding(ann)).toMatchObject({ reserved: 0, spent: 2 * CREDITS });
    const imageCredits = image.createTextToImage.task.estimate.credits;
    expect(await holding(bob)).toMatchObject({ reserved: 0, spent: CREDITS + imageCredits });
    expect(await readTask(gateway, given?.id ?? '', bob)).toMatchObject({
      status: 'CANCELLED',
      cost: 0,
    });
  });
});

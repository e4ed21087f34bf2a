import {
  CreateTextToImageDocument,
  CreateTextToVideoDocument,
  OrganizationDocument,
  TasksDocument,
  ViewerBudgetDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { aVideo } from '../support/client/inputs.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { codesOf, createVideo, untilStatus } from '../support/client/tasks.js';
import { upstreamCalls } from '../support/runway/upstream.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

const PROBE_INTERVAL_MS = 10_000;

/** What turns a submission away without having accepted it. */
const BUSY = { path: '/v1/text_to_video', times: 1, status: 503, body: { error: 'Busy.' } };

const anImage = { gen4Image: { promptText: 'A fox', ratio: 'RATIO_1280_720' } } as const;

describe('a Runway that refuses the gateway’s secret', () => {
  const log = new RecordedLog();
  const stage = useGateway({}, { log });

  const holding = async (key: string): Promise<object | undefined> =>
    (await stage.gateway.data(ViewerBudgetDocument, {}, key)).viewer.budget[0];

  // Guarantee: the first refused POST holds back all others until a probe has asked Runway again. A
  // 401 holds the account, a 403 the model; no client is told that Runway cannot be reached.
  it.each([401, 403])(
    'D29: with %i is told once, and left alone until the next probe',
    async (status) => {
      const { gateway, clock, ann, bob } = stage;
      const before = await holding(ann);
      gateway.emulator.setFault(BUSY);
      const queued = await createVideo(gateway, {}, bob);
      const stored = await createVideo(gateway, {}, bob);
      log.lines.length = 0;
      gateway.emulator.clearRequests();
      const path = status === 401 ? '*' : '/v1/text_to_video';
      gateway.emulator.setFault({ path, status, body: { error: 'No.' } });

      const idempotencyKey = `k${String(status)}`;
      const buy = (key: string) =>
        gateway.ask(CreateTextToVideoDocument, { input: aVideo(), idempotencyKey }, key);
      expect(codesOf(await buy(ann))).toEqual(['RUNWAY_UNAUTHORIZED']);
      for (const answer of [await buy(ann), await buy(bob)]) {
        const { extensions } = answer.errors?.[0] ?? {};
        expect(extensions).toMatchObject({ code: 'RUNWAY_UNAUTHORIZED', retryable: false });
        expect(extensions).not.toHaveProperty('retryAfterMs');
      }
      const image = await gateway.ask(CreateTextToImageDocument, { input: anImage }, bob);
      const organization = await gateway.ask(OrganizationDocument, {});
      const others = [...codesOf(image), ...codesOf(organization)];
      const refused = ['RUNWAY_UNAUTHORIZED', 'RUNWAY_UNAUTHORIZED'];
      expect(others).toEqual(status === 401 ? refused : []);
      await clock.advance(PROBE_INTERVAL_MS - 1_000);
      const refusals = gateway.emulator.requests().filter((request) => request.status === status);
      expect(refusals).toHaveLength(1);
      if (status === 401) expect(upstreamCalls(gateway)).toHaveLength(1);
      expect(log.lines.filter((line) => line.includes('Runway is failing'))).toHaveLength(1);
      expect(await holding(ann)).toEqual(before);

      // What is stored can be read, and nothing of it is lost.
      const { tasks } = await gateway.data(TasksDocument, { first: 3 }, bob);
      const found = new Map(tasks.nodes.map((node) => [node.id, node]));
      if (status === 401) expect(found.get(stored.id)?.status).toBe('PENDING');
      expect(found.get(queued.id)).toMatchObject({
        status: 'QUEUED',
        waitingFor: { reason: 'RUNWAY_UNAUTHORIZED' },
      });
      gateway.emulator.clearFaults();
      for (const { id } of [queued, stored]) {
        expect(await untilStatus(gateway, clock, id, 'SUCCEEDED', bob)).toMatchObject({
          cost: CREDITS,
        });
      }
      expect((await buy(ann)).data?.createTextToVideo).toMatchObject({ replayed: false });
    },
  );
});

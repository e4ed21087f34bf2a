import {
  PreviewVoiceDocument,
  ResolveTaskDocument,
  SetBudgetDocument,
  ViewerBudgetDocument,
  VoicesDocument,
  type PreviewVoiceMutation,
  type PreviewVoiceMutationVariables,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { MISSING_ID } from '../support/client/hidden.js';
import { codesOf, readTask } from '../support/client/tasks.js';
import { bodiesTo, callsTo } from '../support/runway/upstream.js';

const PATH = '/v1/voices/preview';
const CREDITS_MAX = 70;
const input = { model: 'ELEVEN_TTV_V3', prompt: 'A low voice that takes its time' } as const;

describe('previewVoice', () => {
  const stage = useGateway({ UNKNOWN_PRICE_CREDITS_MAX: String(CREDITS_MAX) });

  async function preview(
    variables: Partial<PreviewVoiceMutationVariables> = {},
    key = stage.ann,
  ): Promise<NonNullable<PreviewVoiceMutation['previewVoice']>> {
    return (await stage.gateway.data(PreviewVoiceDocument, { input, ...variables }, key))
      .previewVoice;
  }

  it('is settled with Runway’s answer, whose sample is the output; no voice is kept', async () => {
    const { gateway, clock, ann } = stage;
    const { task } = await preview();
    expect(task).toMatchObject({
      operation: 'PREVIEW_VOICE',
      status: 'SUCCEEDED',
      model: 'eleven_ttv_v3',
      runwayTaskId: null,
      cost: null,
      settledAt: clock.now().toISOString(),
      output: [{ url: expect.stringContaining('/outputs/') as string, mimeType: 'audio/mpeg' }],
    });
    expect(bodiesTo(gateway, PATH)).toEqual([{ model: 'eleven_ttv_v3', prompt: input.prompt }]);
    expect((await gateway.data(VoicesDocument, {}, ann)).voices.totalCount).toBe(0);
  });

  it('replays its idempotency key', async () => {
    const { gateway } = stage;
    const first = await preview({ idempotencyKey: 'p-1' });
    const again = await preview({ idempotencyKey: 'p-1' });
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.task.id).toBe(first.task.id);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);
  });

  it('reserves the configured maximum within the budget', async () => {
    const { gateway, bob } = stage;
    const budget = { tenant: 'bob', period: 'DAY', creditsMax: CREDITS_MAX } as const;
    await gateway.data(SetBudgetDocument, { input: budget });
    expect((await preview({}, bob)).estimate).toEqual({ credits: CREDITS_MAX, source: 'MAXIMUM' });
    // Runway does not tell the cost: the reservation counts as spent.
    const { viewer } = await gateway.data(ViewerBudgetDocument, {}, bob);
    expect(viewer.budget[0]).toMatchObject({ reserved: 0, spent: CREDITS_MAX, remaining: 0 });
    expect(codesOf(await gateway.ask(PreviewVoiceDocument, { input }, bob))).toEqual([
      'BUDGET_EXCEEDED',
    ]);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);
  });

  it('whose answer was lost has left nothing to find: an operator can only dismiss it', async () => {
    const { gateway, clock, ann } = stage;
    const fault = { method: 'POST', path: PATH, times: 1, reset: 'afterRead' } as const;
    gateway.emulator.setFault({ ...fault, carryOut: true });
    const { task } = await preview();
    const id = task.id;
    await clock.advance(100_000);
    expect((await readTask(gateway, id, ann)).status).toBe('UNCONFIRMED');
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);

    const found = { id, input: { runwayTaskId: MISSING_ID } };
    expect(codesOf(await gateway.ask(ResolveTaskDocument, found))).toEqual(['CONFLICT']);
    const dismissed = { id, input: { notSubmitted: true } };
    const { resolveTask } = await gateway.data(ResolveTaskDocument, dismissed);
    expect(resolveTask.task).toMatchObject({ status: 'FAILED', cost: 0 });
  });
});

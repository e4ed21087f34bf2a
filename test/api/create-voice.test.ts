import {
  CreateVoiceDocument,
  SetBudgetDocument,
  UnconfirmedTasksDocument,
  ViewerBudgetDocument,
  VoiceDocument,
  type CreateVoiceMutation,
  type CreateVoiceMutationVariables,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { describeLostCreation } from '../support/runway/lost-creations.js';
import { A_VOICE, MODERATED } from '../support/client/resources.js';
import { codesOf, readTask, untilStatus } from '../support/client/tasks.js';
import { aFilledUpload } from '../support/client/uploads.js';
import { atRunway, bodiesTo, callsTo } from '../support/runway/upstream.js';

const PATH = '/v1/voices';

/** Credits that are reserved where the price is unknown. */
const CREDITS_MAX = 70;

describe('createVoice', () => {
  const stage = useGateway({ UNKNOWN_PRICE_CREDITS_MAX: String(CREDITS_MAX) });

  async function create(
    variables: Partial<CreateVoiceMutationVariables> = {},
    key = stage.ann,
  ): Promise<NonNullable<CreateVoiceMutation['createVoice']>> {
    const all = { input: A_VOICE, ...variables };
    return (await stage.gateway.data(CreateVoiceDocument, all, key)).createVoice;
  }

  const dayOf = async (key: string) =>
    (await stage.gateway.data(ViewerBudgetDocument, {}, key)).viewer.budget[0];

  it('makes a voice of a description as a task that settles when it is READY', async () => {
    const { gateway, clock, ann } = stage;
    const prompt = 'A low voice that takes its time';
    const { voice, task, replayed } = await create({
      input: {
        name: 'Storyteller',
        description: 'For bedtime.',
        from: { text: { model: 'ELEVEN_TTV_V3', prompt } },
      },
    });
    expect(voice).toMatchObject({
      id: task.runwayTaskId,
      status: 'PROCESSING',
      name: 'Storyteller',
      description: 'For bedtime.',
      previewUrl: null,
    });
    expect(replayed).toBe(false);
    expect(bodiesTo(gateway, PATH)).toEqual([
      {
        name: 'Storyteller',
        description: 'For bedtime.',
        from: { type: 'text', model: 'eleven_ttv_v3', prompt },
      },
    ]);
    await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);
    const read = await gateway.data(VoiceDocument, { id: voice?.id ?? '' }, ann);
    expect(read.voice).toMatchObject({
      status: 'READY',
      previewUrl: expect.stringContaining(gateway.emulator.url) as string,
    });
  });

  it('fails the task of a voice that Runway could not make', async () => {
    const { gateway, clock, ann } = stage;
    const { voice, task } = await create({ input: { ...A_VOICE, name: MODERATED } });
    await untilStatus(gateway, clock, task.id, 'FAILED', ann);
    const read = await gateway.data(VoiceDocument, { id: voice?.id ?? '' }, ann);
    expect(read.voice).toMatchObject({ status: 'FAILED', previewUrl: null });
    expect(read.voice.failureReason).toContain('moderation');
  });

  it('replays its idempotency key', async () => {
    const { gateway } = stage;
    const first = await create({ idempotencyKey: 'v-1' });
    const again = await create({ idempotencyKey: 'v-1' });
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.voice?.id).toBe(first.voice?.id);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);
  });

  it('reserves the configured maximum, and counts it until an operator knows the cost', async () => {
    const { gateway, clock, bob } = stage;
    const input = { tenant: 'bob', period: 'DAY', creditsMax: CREDITS_MAX } as const;
    await gateway.data(SetBudgetDocument, { input });
    const { task, estimate } = await create({}, bob);
    expect(estimate).toEqual({ credits: CREDITS_MAX, source: 'MAXIMUM' });
    expect(await dayOf(bob)).toMatchObject({ reserved: CREDITS_MAX, spent: 0, remaining: 0 });

    const refused = await gateway.ask(CreateVoiceDocument, { input: A_VOICE }, bob);
    expect(codesOf(refused)).toEqual(['BUDGET_EXCEEDED']);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);

    const settled = await untilStatus(gateway, clock, task.id, 'SUCCEEDED', bob);
    expect(settled.cost).toBeNull();
    expect(await dayOf(bob)).toMatchObject({ reserved: 0, spent: CREDITS_MAX });
    const { unconfirmedTasks } = await gateway.data(UnconfirmedTasksDocument, { about: 'COST' });
    expect(unconfirmedTasks.nodes.map(({ task: { id } }) => id)).toContain(task.id);
    await gateway.data(SetBudgetDocument, { input: { ...input, creditsMax: null } });
  });

  // Guarantee: the search for a lost voice heeds absent fields: no tenant gets another's voice.
  it('is not taken for a voice of that name which was described', async () => {
    const { gateway, clock, ann } = stage;
    gateway.emulator.setFault({ method: 'POST', path: PATH, times: 1, reset: 'afterRead' });
    const { task } = await create({ input: { ...A_VOICE, name: 'plain' } });
    const audio = { type: 'audio', audio: 'https://assets.example.com/ada.mp3' };
    await atRunway(gateway, 'POST', PATH, { name: 'plain', description: 'Soft.', from: audio });
    await clock.until(() => callsTo(gateway, 'GET', PATH) >= 2, { stepMs: 1_000 });
    expect((await readTask(gateway, task.id, ann)).status).toBe('UNCONFIRMED');
  });

  // Guarantee: a file that one tenant has uploaded cannot be read through another.
  it('takes an upload of the tenant’s own, and another’s exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const uri = await aFilledUpload(gateway, 'ada.mp3', ann);
    const variablesOf = (audio: string) => ({ input: { ...A_VOICE, from: { audio: { audio } } } });
    const { task } = await create(variablesOf(uri));
    expect((await readTask(gateway, task.id, ann)).status).toBe('PENDING');
    await expectHidden(gateway, bob, CreateVoiceDocument, variablesOf, uri, {
      missing: `runway://${'x'.repeat(uri.length - 'runway://'.length)}`,
      code: 'BAD_USER_INPUT',
    });
    const answer = await gateway.ask(CreateVoiceDocument, variablesOf(uri), bob);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.from.audio.audio', rule: 'reference' },
    ]);
  });

  describeLostCreation(stage, {
    path: PATH,
    list: `${PATH}?limit=100`,
    create: async (name, key) => (await create({ input: { ...A_VOICE, name } }, key)).task,
    bodyOf: (name) => ({
      name,
      from: { type: 'audio', audio: 'https://assets.example.com/ada.mp3' },
    }),
    read: async (id, key) => {
      const answer = await stage.gateway.ask(VoiceDocument, { id }, key);
      return answer.data?.voice?.name ?? codesOf(answer)[0];
    },
  });
});

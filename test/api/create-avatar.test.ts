import {
  AvatarDocument,
  CreateAvatarDocument,
  SetBudgetDocument,
  type CreateAvatarMutation,
  type CreateAvatarMutationVariables,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { describeLostCreation } from '../support/runway/lost-creations.js';
import { AN_AVATAR, makeDocument, makeVoice } from '../support/client/resources.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { bodiesTo, callsTo } from '../support/runway/upstream.js';

const PATH = '/v1/avatars';

describe('createAvatar', () => {
  const stage = useGateway();

  async function create(
    variables: Partial<CreateAvatarMutationVariables> = {},
    key = stage.ann,
  ): Promise<NonNullable<CreateAvatarMutation['createAvatar']>> {
    const all = { input: AN_AVATAR, ...variables };
    return (await stage.gateway.data(CreateAvatarDocument, all, key)).createAvatar;
  }

  it('makes an avatar as a task that settles when it is READY, free of charge', async () => {
    const { gateway, clock, ann } = stage;
    const { avatar, task, estimate, replayed } = await create();
    expect(avatar).toMatchObject({
      id: task.runwayTaskId,
      status: 'PROCESSING',
      name: 'Ada',
      personality: 'Answers briefly.',
      startScript: null,
      voice: { presetId: 'adrian', voiceId: null, deleted: false },
      documentIds: [],
      referenceImageUrl: expect.stringContaining(gateway.emulator.url) as string,
      processedImageUrl: null,
      failureReason: null,
    });
    expect(task).toMatchObject({ operation: 'CREATE_AVATAR', status: 'RUNNING', input: AN_AVATAR });
    expect(estimate).toEqual({ credits: 0, source: 'PRICES' });
    expect(replayed).toBe(false);

    const settled = await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);
    expect(settled).toMatchObject({ cost: 0, output: [] });
    const read = await gateway.data(AvatarDocument, { id: avatar?.id ?? '' }, ann);
    expect(read.avatar.status).toBe('READY');
    expect(read.avatar.processedImageUrl).toContain(gateway.emulator.url);
  });

  it('sends every property under Runway’s names', async () => {
    const { gateway, ann } = stage;
    const voice = await makeVoice(gateway, {}, ann);
    const document = await makeDocument(gateway, {}, ann);
    await create({
      input: {
        name: 'Grace',
        personality: 'Knows compilers.',
        referenceImage: 'https://assets.example.com/grace.png',
        voice: { custom: { id: voice.id } },
        documentIds: [document.id],
        imageProcessing: 'NONE',
        startScript: 'Good morning.',
      },
    });
    expect(bodiesTo(gateway, PATH)).toEqual([
      {
        name: 'Grace',
        personality: 'Knows compilers.',
        referenceImage: 'https://assets.example.com/grace.png',
        voice: { type: 'custom', id: voice.id },
        documentIds: [document.id],
        imageProcessing: 'none',
        startScript: 'Good morning.',
      },
    ]);
  });

  it('replays its idempotency key', async () => {
    const first = await create({ idempotencyKey: 'a-1' });
    const again = await create({ idempotencyKey: 'a-1' });
    expect(again.replayed).toBe(true);
    expect(again.task.id).toBe(first.task.id);
    expect(again.avatar?.id).toBe(first.avatar?.id);
    expect(callsTo(stage.gateway, 'POST', PATH)).toBe(1);
  });

  it('goes on where no credits are left', async () => {
    const { gateway, bob } = stage;
    const input = { tenant: 'bob', period: 'DAY', creditsMax: 0 } as const;
    await gateway.data(SetBudgetDocument, { input });
    expect((await create({}, bob)).task.status).toBe('RUNNING');
  });

  it('is told its place of what Runway does not accept, and leaves no task', async () => {
    const { gateway, ann } = stage;
    const issue = { code: 'custom', path: ['voice', 'presetId'], message: 'Not this one' };
    const body = { error: 'Validation of body failed', issues: [issue] };
    gateway.emulator.setFault({ method: 'POST', path: PATH, times: 1, status: 400, body });
    const answer = await gateway.ask(CreateAvatarDocument, { input: AN_AVATAR }, ann);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.voice.runwayLivePreset.presetId', rule: 'runway:custom' },
    ]);
  });

  // Guarantee: whether another tenant has a thing cannot be found out by naming it.
  it('refuses another tenant’s voice and documents exactly as missing ones', async () => {
    const { gateway, ann, bob } = stage;
    const voice = await makeVoice(gateway, {}, ann);
    const document = await makeDocument(gateway, {}, ann);
    const code = 'BAD_USER_INPUT';
    const withVoice = (id: string) => ({ input: { ...AN_AVATAR, voice: { custom: { id } } } });
    await expectHidden(gateway, bob, CreateAvatarDocument, withVoice, voice.id, { code });
    const withDocument = (id: string) => ({ input: { ...AN_AVATAR, documentIds: [id] } });
    await expectHidden(gateway, bob, CreateAvatarDocument, withDocument, document.id, { code });

    const both = { ...withVoice(voice.id).input, documentIds: [voice.id, document.id] };
    const answer = await gateway.ask(CreateAvatarDocument, { input: both }, bob);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.voice.custom.id', rule: 'reference' },
      { path: 'input.documentIds.0', rule: 'reference' },
      { path: 'input.documentIds.1', rule: 'reference' },
    ]);
  });

  describeLostCreation(stage, {
    path: PATH,
    list: `${PATH}?limit=100`,
    create: async (name, key) => (await create({ input: { ...AN_AVATAR, name } }, key)).task,
    bodyOf: (name) => ({
      name,
      personality: AN_AVATAR.personality,
      referenceImage: AN_AVATAR.referenceImage,
      voice: { type: 'runway-live-preset', presetId: 'adrian' },
    }),
    read: async (id, key) => {
      const answer = await stage.gateway.ask(AvatarDocument, { id }, key);
      return answer.data?.avatar?.name ?? codesOf(answer)[0];
    },
  });
});

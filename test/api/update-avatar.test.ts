import {
  AvatarDocument,
  TasksDocument,
  UpdateAvatarDocument,
  type AvatarFieldsFragment,
  type UpdateAvatarInput,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden, MISSING_ID } from '../support/client/hidden.js';
import { makeAvatar, makeDocument, makeVoice } from '../support/client/resources.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { atRunway, bodiesTo, upstreamCalls } from '../support/runway/upstream.js';

const NEW_IMAGE = 'https://assets.example.com/new.png';

describe('updateAvatar', () => {
  const stage = useGateway();

  async function makeReady(key = stage.ann): Promise<string> {
    const { gateway, clock } = stage;
    const { id, taskId } = await makeAvatar(gateway, { startScript: 'Hello.' }, key);
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', key);
    gateway.emulator.clearRequests();
    return id;
  }

  const update = async (
    id: string,
    input: UpdateAvatarInput,
    key = stage.ann,
  ): Promise<AvatarFieldsFragment> =>
    (await stage.gateway.data(UpdateAvatarDocument, { id, input }, key)).updateAvatar.avatar;

  it('changes what the input names and leaves the rest', async () => {
    const { gateway, clock, ann } = stage;
    const id = await makeReady();
    const voice = await makeVoice(gateway, {}, ann);
    const document = await makeDocument(gateway, {}, ann);
    const input = {
      name: 'Grace',
      voice: { custom: { id: voice.id } },
      documentIds: [document.id],
    };
    const avatar = await update(id, input);
    expect(avatar).toMatchObject({
      id,
      status: 'READY',
      name: 'Grace',
      personality: 'Answers briefly.',
      startScript: 'Hello.',
      voice: { presetId: null, voiceId: voice.id, name: 'Ada' },
      documentIds: [document.id],
      updatedAt: clock.now().toISOString(),
    });
    expect(bodiesTo(gateway, `/v1/avatars/${id}`)).toEqual([
      { name: 'Grace', voice: { type: 'custom', id: voice.id }, documentIds: [document.id] },
    ]);
    const read = await gateway.data(AvatarDocument, { id }, ann);
    expect(read.avatar.name).toBe('Grace');
  });

  it('clears the first words with null, and only with null', async () => {
    const id = await makeReady();
    expect((await update(id, { name: 'Grace' })).startScript).toBe('Hello.');
    expect((await update(id, { startScript: null })).startScript).toBeNull();
  });

  it('refuses a change of nothing', async () => {
    const id = await makeReady();
    const answer = await stage.gateway.ask(UpdateAvatarDocument, { id, input: {} }, stage.ann);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('with a new image is PROCESSING again and followed, by one task for all that wait', async () => {
    const { gateway, clock, ann } = stage;
    const id = await makeReady();
    expect((await update(id, { referenceImage: NEW_IMAGE })).status).toBe('PROCESSING');
    // Still PROCESSING, so that it is followed already.
    await update(id, { name: 'Grace' });
    const filter = { operations: ['UPDATE_AVATAR'] } as const;
    const followed = async () => {
      const { tasks } = await gateway.data(
        TasksDocument,
        { filter: { operations: [...filter.operations] } },
        ann,
      );
      return tasks.nodes;
    };
    const [task, ...others] = await followed();
    expect(others).toEqual([]);
    expect(task).toMatchObject({ status: 'RUNNING', runwayTaskId: id, estimate: { credits: 0 } });
    const settled = await untilStatus(gateway, clock, task?.id ?? '', 'SUCCEEDED', ann);
    expect(settled.cost).toBe(0);
    expect((await gateway.data(AvatarDocument, { id }, ann)).avatar.status).toBe('READY');
  });

  it('is a CONFLICT with another new image while PROCESSING', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    const input = { referenceImage: NEW_IMAGE };
    const answer = await gateway.ask(UpdateAvatarDocument, { id, input }, ann);
    expect(codesOf(answer)).toEqual(['CONFLICT']);
    expect((await update(id, { name: 'Grace' })).name).toBe('Grace');
  });

  it('refuses another tenant’s avatar, voice and documents exactly as missing ones', async () => {
    const { gateway, ann, bob } = stage;
    const theirs = await makeReady();
    const rename = (id: string) => ({ id, input: { name: 'Mine' } });
    await expectHidden(gateway, bob, UpdateAvatarDocument, rename, theirs);

    const own = await makeReady(bob);
    const voice = await makeVoice(gateway, {}, ann);
    const document = await makeDocument(gateway, {}, ann);
    const code = 'BAD_USER_INPUT';
    const speak = (id: string) => ({ id: own, input: { voice: { custom: { id } } } });
    await expectHidden(gateway, bob, UpdateAvatarDocument, speak, voice.id, { code });
    const know = (id: string) => ({ id: own, input: { documentIds: [id] } });
    await expectHidden(gateway, bob, UpdateAvatarDocument, know, document.id, { code });
    const answer = await gateway.ask(UpdateAvatarDocument, know(document.id), bob);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.documentIds.0', rule: 'reference' },
    ]);
  });

  it('forgets an avatar that was deleted in Runway’s app', async () => {
    const { gateway, ann } = stage;
    const id = await makeReady();
    await atRunway(gateway, 'DELETE', `/v1/avatars/${id}`);
    const again = { id, input: { name: 'Gone' } };
    expect(codesOf(await gateway.ask(UpdateAvatarDocument, again, ann))).toEqual(['NOT_FOUND']);
    gateway.emulator.clearRequests();
    expect(codesOf(await gateway.ask(UpdateAvatarDocument, again, ann))).toEqual(['NOT_FOUND']);
    expect(upstreamCalls(gateway)).toEqual([]);
    const missing = { id: MISSING_ID, input: { name: 'Gone' } };
    expect(codesOf(await gateway.ask(UpdateAvatarDocument, missing, ann))).toEqual(['NOT_FOUND']);
  });
});

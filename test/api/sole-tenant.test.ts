// Guarantee: who has the Runway account to himself has all that is in it, and nothing stands between.
import {
  AvatarConversationsDocument,
  AvatarDocument,
  AvatarsDocument,
  CreateAvatarDocument,
  CreateRouterDocument,
  DeleteVoiceDocument,
  GenerateImageDocument,
  RouterDocument,
  RoutersDocument,
  WorkflowsDocument,
} from '../../client/src/generated/graphql.js';
import { ELSEWHERE, SEEDED, SEEDED_AT } from '../../src/emulator/resources/seeded.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { MISSING_ID } from '../support/client/hidden.js';
import { pagesOf } from '../support/client/pages.js';
import { AN_AVATAR, makeRouter, makeSession } from '../support/client/resources.js';
import { untilJoinable } from '../support/client/sessions.js';
import { codesOf } from '../support/client/tasks.js';
import { aFilledUpload } from '../support/client/uploads.js';
import { atRunway, bodiesTo, callsTo } from '../support/runway/upstream.js';

describe('a sole tenant', () => {
  const stage = useGateway({ TENANCY: 'single' });

  const avatars = async (page: { first?: number; after?: string | null } = {}) =>
    (await stage.gateway.data(AvatarsDocument, page)).avatars;

  it('reads what was made elsewhere, with all that it names', async () => {
    const { avatar } = await stage.gateway.data(AvatarDocument, { id: ELSEWHERE.avatarId });
    expect(avatar).toMatchObject({
      name: 'Reception',
      voice: { voiceId: ELSEWHERE.voiceId },
      documentIds: [ELSEWHERE.documentId],
    });
    const { workflows } = await stage.gateway.data(WorkflowsDocument, {});
    expect(workflows.edges.map(({ node }) => node.id).sort()).toEqual(
      [SEEDED.workflowId, ELSEWHERE.workflowId].sort(),
    );
    const missing = await stage.gateway.ask(AvatarDocument, { id: MISSING_ID });
    expect(codesOf(missing)).toEqual(['NOT_FOUND']);
  });

  it('lists by Runway’s own pages, and goes on from any entry with pages of any size', async () => {
    const { gateway } = stage;
    gateway.emulator.seedAvatars(6);
    const all = await avatars();
    const ids = all.edges.map(({ node }) => node.id);
    expect(ids.length).toBeGreaterThanOrEqual(7);
    expect(ids).toContain(ELSEWHERE.avatarId);
    expect(all.totalCount).toBeNull();
    expect(callsTo(gateway, 'GET', '/v1/avatars')).toBe(1);

    const pages = await pagesOf((after) => avatars({ first: 3, after }));
    expect(pages.flat()).toEqual(ids);
    expect(pages[0]).toHaveLength(3);
    for (const [index, { cursor }] of all.edges.entries()) {
      const rest = await pagesOf((after) => avatars({ first: 2, after: after ?? cursor }));
      expect(rest.flat()).toEqual(ids.slice(index + 1));
    }
  });

  it('leaves out what is gone between the list and the read', async () => {
    const { gateway } = stage;
    const [id = ''] = gateway.emulator.seedAvatars(1);
    const fault = { method: 'GET', path: `/v1/avatars/${id}`, times: 1 } as const;
    gateway.emulator.setFault({ ...fault, status: 404, body: { error: 'Could not find Avatar' } });
    expect((await avatars()).edges.map(({ node }) => node.id)).not.toContain(id);
    expect((await avatars()).edges.map(({ node }) => node.id)).toContain(id);
  });

  it('asks for conversations by avatar and time', async () => {
    const { gateway } = stage;
    const idsBy = async (filter: object) => {
      const { avatarConversations } = await gateway.data(AvatarConversationsDocument, { filter });
      return avatarConversations.edges.map(({ node }) => node.id);
    };
    const own = [ELSEWHERE.conversationId];
    expect(await idsBy({ avatarId: ELSEWHERE.avatarId })).toEqual(own);
    expect(await idsBy({ avatarId: MISSING_ID })).toEqual([]);
    expect(await idsBy({ createdFrom: SEEDED_AT })).toEqual(own);
    expect(await idsBy({ createdBefore: SEEDED_AT })).toEqual([]);
  });

  it('names routers as Runway does', async () => {
    const { gateway } = stage;
    const { id } = await makeRouter(gateway, { slug: 'my-own' });
    expect(bodiesTo(gateway, '/v1/routers')).toMatchObject([{ slug: 'my-own' }]);
    expect((await gateway.data(RouterDocument, { id })).router.slug).toBe('my-own');
    const { routers } = await gateway.data(RoutersDocument, {});
    expect(routers.edges.map(({ node }) => node.slug)).toEqual(
      expect.arrayContaining(['my-own', SEEDED.routerSlug, ELSEWHERE.routerSlug]),
    );
    for (const configId of ['my-own', ELSEWHERE.routerSlug]) {
      const input = { configId, input: { promptText: 'A sundial' } };
      await gateway.data(GenerateImageDocument, { input });
    }
    expect(bodiesTo(gateway, '/v1/generate/image')).toMatchObject([
      { configId: 'my-own' },
      { configId: ELSEWHERE.routerSlug },
    ]);
  });

  it('hears from Runway that a slug is taken, at its place, and may use all of its length', async () => {
    const { gateway } = stage;
    const taken = { input: { slug: ELSEWHERE.routerSlug } };
    const answer = await gateway.ask(CreateRouterDocument, taken);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.slug', rule: 'runway:custom' },
    ]);
    const slug = 'a'.repeat(64);
    expect(
      (await gateway.data(CreateRouterDocument, { input: { slug } })).createRouter.router,
    ).toMatchObject({ slug });
  });

  it('names what it likes: Runway says whether it is there', async () => {
    const { gateway } = stage;
    const using = (id: string) => ({ input: { ...AN_AVATAR, voice: { custom: { id } } } });
    const { createAvatar } = await gateway.data(CreateAvatarDocument, using(ELSEWHERE.voiceId));
    expect(createAvatar.avatar?.voice?.voiceId).toBe(ELSEWHERE.voiceId);
    const answer = await gateway.ask(CreateAvatarDocument, using(MISSING_ID));
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.voice.custom.id', rule: 'runway:custom' },
    ]);
    expect(callsTo(gateway, 'POST', '/v1/avatars')).toBe(2);
    const referenceImage = await aFilledUpload(gateway, 'ada.png');
    const input = { ...AN_AVATAR, referenceImage };
    await gateway.data(CreateAvatarDocument, { input });
  });

  it('deletes what was made elsewhere', async () => {
    const { gateway } = stage;
    const { id } = await atRunway(gateway, 'POST', '/v1/voices', {
      name: 'Made in the app',
      from: { type: 'audio', audio: 'https://assets.example.com/voice.mp3' },
    });
    const deleted = await gateway.data(DeleteVoiceDocument, { id: String(id) });
    expect(deleted.deleteVoice.id).toBe(id);
    await expect(atRunway(gateway, 'GET', `/v1/voices/${String(id)}`)).rejects.toThrow('404');
  });

  it('is told the key of its own session', async () => {
    const { id } = await makeSession(stage.gateway);
    expect(await untilJoinable(stage, id)).not.toBe('');
  });
});

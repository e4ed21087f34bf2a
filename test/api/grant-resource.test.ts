import {
  AvatarConversationsDocument,
  AvatarDocument,
  CreateAvatarDocument,
  DeleteAvatarDocument,
  DeleteTenantDocument,
  GenerateImageDocument,
  GrantResourceDocument,
  RevokeResourceDocument,
  RouterDocument,
  UnownedResourcesDocument,
  type GrantResourceInput,
} from '../../client/src/generated/graphql.js';
import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { anyCost } from '../support/client/counted.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { MISSING_ID } from '../support/client/hidden.js';
import {
  AN_AVATAR,
  grant,
  makeAvatar,
  makeDocument,
  makeRouter,
} from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, bodiesTo, upstreamCalls } from '../support/runway/upstream.js';

describe('grantResource', () => {
  const stage = useGateway();

  const give = (input: GrantResourceInput) => stage.gateway.ask(GrantResourceDocument, { input });

  /** Anew for each test. */
  async function anAvatarElsewhere(more: object = {}): Promise<string> {
    const { id } = await atRunway(stage.gateway, 'POST', '/v1/avatars', {
      name: 'Made in the app',
      personality: 'Answers briefly.',
      referenceImage: 'https://assets.example.com/app.png',
      voice: { type: 'custom', id: ELSEWHERE.voiceId },
      documentIds: [ELSEWHERE.documentId],
      ...more,
    });
    return String(id);
  }

  it('gives a tenant what was made elsewhere, to read and to name', async () => {
    const { gateway, ann, bob } = stage;
    const id = ELSEWHERE.voiceId;
    const naming = { input: { ...AN_AVATAR, voice: { custom: { id } } } };
    expect(codesOf(await gateway.ask(CreateAvatarDocument, naming, ann))).toEqual([
      'BAD_USER_INPUT',
    ]);
    const answer = await give({ tenant: 'ann', kind: 'VOICE', id });
    expect(answer.data?.grantResource?.resource).toEqual({
      kind: 'VOICE',
      id,
      tenant: 'ann',
      slug: null,
    });
    const { createAvatar } = await gateway.data(CreateAvatarDocument, naming, ann);
    expect(createAvatar.avatar?.voice?.voiceId).toBe(id);
    expect(codesOf(await gateway.ask(CreateAvatarDocument, naming, bob))).toEqual([
      'BAD_USER_INPUT',
    ]);
    const { unownedResources } = await gateway.data(UnownedResourcesDocument, { kind: 'VOICE' });
    expect(unownedResources.edges).toEqual([]);
  });

  it('is a CONFLICT for a second tenant, and does no harm for the same', async () => {
    const { gateway, ann, bob } = stage;
    const id = await anAvatarElsewhere();
    expect(codesOf(await give({ tenant: 'ann', kind: 'AVATAR', id }))).toEqual([]);
    expect(codesOf(await give({ tenant: 'bob', kind: 'AVATAR', id }))).toEqual(['CONFLICT']);
    expect(codesOf(await give({ tenant: 'ann', kind: 'AVATAR', id }))).toEqual([]);
    expect(codesOf(await gateway.ask(AvatarDocument, { id }, bob))).toEqual(['NOT_FOUND']);
    expect((await gateway.data(AvatarDocument, { id }, ann)).avatar.id).toBe(id);
  });

  it('is a CONFLICT for what another tenant has made', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    expect(codesOf(await give({ tenant: 'bob', kind: 'DOCUMENT', id }))).toEqual(['CONFLICT']);
  });

  // Guarantee: a grant shows what was granted, and nothing that it hangs together with.
  it('shows no voice, document or avatar that was not granted as well', async () => {
    const { gateway, bob } = stage;
    const voice = await atRunway(gateway, 'POST', '/v1/voices', {
      name: 'Not given',
      from: { type: 'audio', audio: 'https://assets.example.com/voice.mp3' },
    });
    const document = await atRunway(gateway, 'POST', '/v1/documents', {
      name: 'Not given',
      content: 'Ten.',
    });
    const documentIds = [document['id']];
    const id = await anAvatarElsewhere({ voice: { type: 'custom', id: voice['id'] }, documentIds });
    await grant(gateway, 'bob', 'AVATAR', id);
    const response = await gateway.post(
      {
        query:
          'query ($id: ID!) { avatar(id: $id) { name documentIds voice { voiceId deleted } } }',
        variables: { id },
      },
      bob,
    );
    expect(await response.json()).toEqual({
      data: {
        avatar: {
          name: 'Made in the app',
          documentIds: [],
          voice: { voiceId: null, deleted: false },
        },
      },
      extensions: anyCost(),
    });
    await grant(gateway, 'bob', 'VOICE', String(voice['id']));
    await grant(gateway, 'bob', 'DOCUMENT', String(document['id']));
    const { avatar } = await gateway.data(AvatarDocument, { id }, bob);
    expect(avatar.voice?.voiceId).toBe(voice['id']);
    expect(avatar.documentIds).toEqual(documentIds);
  });

  it('lets a conversation be found by its avatar, where that is the tenant’s too', async () => {
    const { gateway, ann } = stage;
    await grant(gateway, 'ann', 'AVATAR_CONVERSATION', ELSEWHERE.conversationId);
    const filter = { avatarId: ELSEWHERE.avatarId };
    const found = async () => {
      const answer = await gateway.data(AvatarConversationsDocument, { filter }, ann);
      return answer.avatarConversations.edges.map(({ node }) => node.id);
    };
    gateway.emulator.clearRequests();
    expect(await found()).toEqual([]);
    expect(upstreamCalls(gateway)).toEqual([]);
    await grant(gateway, 'ann', 'AVATAR', ELSEWHERE.avatarId);
    expect(await found()).toEqual([ELSEWHERE.conversationId]);
  });

  it('is a CONFLICT for a tenant that is being deleted', async () => {
    const { gateway } = stage;
    gateway.emulator.setFault({ method: 'DELETE', path: '*', status: 500 });
    const { id } = await makeDocument(
      gateway,
      {},
      await gateway.keyOf('leaving', ['DOCUMENT_WRITE']),
    );
    await gateway.data(DeleteTenantDocument, { id: 'leaving' });
    const avatar = await anAvatarElsewhere();
    expect(codesOf(await give({ tenant: 'leaving', kind: 'AVATAR', id: avatar }))).toEqual([
      'CONFLICT',
    ]);
    await atRunway(gateway, 'GET', `/v1/documents/${id}`);
  });

  // Guarantee: no tenant's avatar tells the content of another tenant's document.
  it('is a CONFLICT for a document that another tenant’s avatars draw on', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const avatar = await makeAvatar(gateway, { documentIds: [id] }, ann);
    await gateway.data(RevokeResourceDocument, { kind: 'DOCUMENT', id });
    const input = { tenant: 'bob', kind: 'DOCUMENT', id } as const;
    expect(codesOf(await give(input))).toEqual(['CONFLICT']);
    await gateway.data(DeleteAvatarDocument, { id: avatar.id }, ann);
    expect(codesOf(await give(input))).toEqual([]);
  });

  it('gives a router under a slug of the tenant’s own, which must be free', async () => {
    const { gateway, ann } = stage;
    await makeRouter(gateway, { slug: 'mine' }, ann);
    const input = { tenant: 'ann', kind: 'ROUTER', id: ELSEWHERE.routerId } as const;
    expect(codesOf(await give({ ...input, slug: 'mine' }))).toEqual(['CONFLICT']);
    const answer = await give({ ...input, slug: 'given' });
    expect(answer.data?.grantResource?.resource.slug).toBe('given');
    const { router } = await gateway.data(RouterDocument, { id: ELSEWHERE.routerId }, ann);
    expect(router.slug).toBe('given');
    const generation = { configId: 'given', input: { promptText: 'A sundial' } };
    await gateway.data(GenerateImageDocument, { input: generation }, ann);
    expect(bodiesTo(gateway, '/v1/generate/image')).toMatchObject([
      { configId: ELSEWHERE.routerSlug },
    ]);
  });

  it('is NOT_FOUND for a tenant and for a thing that are not there', async () => {
    const id = await anAvatarElsewhere();
    expect(codesOf(await give({ tenant: 'missing', kind: 'AVATAR', id }))).toEqual(['NOT_FOUND']);
    const missing = { tenant: 'ann', kind: 'AVATAR', id: MISSING_ID } as const;
    expect(codesOf(await give(missing))).toEqual(['NOT_FOUND']);
    expect(codesOf(await give({ tenant: 'ann', kind: 'VOICE', id }))).toEqual(['NOT_FOUND']);
  });

  it('refuses a slug that could not be one', async () => {
    const input = { tenant: 'ann', kind: 'ROUTER', id: ELSEWHERE.routerId } as const;
    const answer = await give({ ...input, slug: 'Not A Slug' });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path: 'input.slug' }]);
  });

  it('is for operators', async () => {
    const { gateway, ann } = stage;
    const input = { tenant: 'ann', kind: 'AVATAR', id: ELSEWHERE.avatarId } as const;
    expect(codesOf(await gateway.ask(GrantResourceDocument, { input }, ann))).toEqual([
      'FORBIDDEN',
    ]);
  });
});

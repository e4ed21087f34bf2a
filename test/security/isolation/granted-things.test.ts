// Guarantee: what operators hand out piecemeal does not open a door: a thing that was granted to one
// tenant and is made of another's shows nothing of the other's.
import { ELSEWHERE } from '../../../src/emulator/resources/seeded.js';
import { GrantResourceDocument, type ResourceKind } from '../../../client/src/generated/graphql.js';
import { WHOLE_PAGE, type Tenant } from './stage.js';
import { useWorld } from './world.js';

const world = useWorld();

async function grant({ id: tenant }: Tenant, kind: ResourceKind, id: string): Promise<void> {
  const { gateway, canaries } = world().stage;
  await gateway.data(GrantResourceDocument, { input: { tenant, kind, id } });
  canaries.own(tenant, id);
}

it('an avatar does not show the voice of another tenant, and its document is given to none', async () => {
  const { stage, a, b } = world();
  const { avatarId, voiceId, documentId } = ELSEWHERE;
  await grant(a.tenant, 'AVATAR', avatarId);
  await grant(b.tenant, 'VOICE', voiceId);
  await expect(grant(b.tenant, 'DOCUMENT', documentId)).rejects.toThrow('CONFLICT');
  const word = stage.word(b.tenant);
  const description = stage.word(b.tenant);
  await stage.data(b.tenant, 'updateVoice', { id: voiceId, input: { name: word, description } });
  const name = stage.word(a.tenant);
  const updated = await stage.data(a.tenant, 'updateAvatar', { id: avatarId, input: { name } });
  expect(updated).toMatchObject({ avatar: { name, documentIds: [], voice: { voiceId: null } } });
  expect(await stage.data(a.tenant, 'avatar', { id: avatarId })).toMatchObject({ name });
  await stage.data(a.tenant, 'avatars', { first: WHOLE_PAGE });
});

it('a conversation does not show the avatar of another tenant', async () => {
  const { stage, a, b } = world();
  await grant(b.tenant, 'AVATAR_CONVERSATION', ELSEWHERE.conversationId);
  await stage.data(a.tenant, 'updateAvatar', {
    id: ELSEWHERE.avatarId,
    input: { name: stage.word(a.tenant) },
  });
  const id = ELSEWHERE.conversationId;
  expect(await stage.data(b.tenant, 'avatarConversation', { id })).toMatchObject({
    id,
    avatarId: null,
    avatarName: null,
    avatarImageUrl: null,
  });
  await stage.data(b.tenant, 'avatarConversations', { first: WHOLE_PAGE });
});

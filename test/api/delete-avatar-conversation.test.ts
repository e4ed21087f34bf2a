import {
  AvatarConversationDocument,
  AvatarConversationsDocument,
  DeleteAvatarConversationDocument,
  RealtimeSessionDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeSession } from '../support/client/resources.js';
import { holdConversation, untilJoinable } from '../support/client/sessions.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, joinSession, upstreamCalls } from '../support/runway/upstream.js';

describe('deleteAvatarConversation', () => {
  const stage = useGateway();

  const remove = (id: string, key = stage.ann) =>
    stage.gateway.ask(DeleteAvatarConversationDocument, { id }, key);

  it('deletes at Runway, and here; its session stays; a second time there is nothing', async () => {
    const { gateway, ann } = stage;
    const { id } = await holdConversation(stage);
    expect((await remove(id)).data?.deleteAvatarConversation?.id).toBe(id);
    const path = `/v1/avatar_conversations/${id}`;
    await expect(atRunway(gateway, 'GET', path)).rejects.toThrow('404');
    const { realtimeSession } = await gateway.data(RealtimeSessionDocument, { id }, ann);
    expect(realtimeSession.status).toBe('RUNNING');

    gateway.emulator.clearRequests();
    expect(codesOf(await remove(id))).toEqual(['NOT_FOUND']);
    expect(codesOf(await gateway.ask(AvatarConversationDocument, { id }, ann))).toEqual([
      'NOT_FOUND',
    ]);
    const { avatarConversations } = await gateway.data(AvatarConversationsDocument, {}, ann);
    expect(avatarConversations.totalCount).toBe(0);
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it('is NOT_FOUND before a participant has joined, and the later conversation stays', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    expect(codesOf(await remove(id))).toEqual(['NOT_FOUND']);
    await joinSession(gateway, id, await untilJoinable(stage, id, ann));
    const { avatarConversation } = await gateway.data(AvatarConversationDocument, { id }, ann);
    expect(avatarConversation.status).toBe('IN_PROGRESS');
  });

  it('leaves another tenant’s conversation alone, exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await holdConversation(stage);
    const variablesOf = (conversationId: string) => ({ id: conversationId });
    await expectHidden(gateway, bob, DeleteAvatarConversationDocument, variablesOf, id);
    const { avatarConversation } = await gateway.data(AvatarConversationDocument, { id }, ann);
    expect(avatarConversation.id).toBe(id);
  });
});

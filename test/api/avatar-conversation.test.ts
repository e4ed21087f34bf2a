import { AvatarConversationDocument } from '../../client/src/generated/graphql.js';
import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { grant, makeAvatar, makeSession } from '../support/client/resources.js';
import { holdConversation } from '../support/client/sessions.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';

describe('avatarConversation', () => {
  const stage = useGateway();

  const read = async (id: string) =>
    (await stage.gateway.data(AvatarConversationDocument, { id }, stage.ann)).avatarConversation;

  it('shows what was said, while it goes on and after', async () => {
    const { gateway, clock, ann } = stage;
    const avatar = await makeAvatar(gateway, { startScript: 'Welcome.' }, ann);
    await untilStatus(gateway, clock, avatar.taskId, 'SUCCEEDED', ann);
    const parameters = [{ string: { name: 'place', description: 'Of which place.' } }];
    const { id } = await holdConversation(stage, {
      avatar: { custom: { avatarId: avatar.id } },
      maxDuration: 10,
      tools: [{ backendRpc: { name: 'weather', description: 'Tells the weather.', parameters } }],
    });
    expect(await read(id)).toMatchObject({
      id,
      status: 'IN_PROGRESS',
      name: 'Conversation with Ada',
      avatarId: avatar.id,
      avatarPresetId: null,
      avatarName: 'Ada',
      maxDuration: 10,
      recordingUrl: null,
      endedAt: null,
      tools: [{ name: 'weather', type: 'backend_rpc' }],
      transcript: [{ role: 'assistant', content: 'Welcome.', toolCalls: [] }],
    });

    await clock.advance(11_000);
    const ended = await read(id);
    expect(ended).toMatchObject({
      status: 'ENDED',
      duration: 10,
      recordingUrl: expect.stringContaining(gateway.emulator.url) as string,
      failureCode: null,
    });
    expect(ended.endedAt).not.toBeNull();
    expect(ended.transcript.map(({ role }) => role)).toEqual([
      'assistant',
      'user',
      'assistant',
      'assistant',
    ]);
    expect(ended.transcript[2]).toMatchObject({
      toolCalls: [{ name: 'weather', arguments: {} }],
      toolResults: [{ name: 'weather', durationMs: 120, error: null, result: { done: true } }],
    });
  });

  it('is NOT_FOUND until a participant has joined the session, and is the tenant’s from then on', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    const answer = await gateway.ask(AvatarConversationDocument, { id }, ann);
    expect(codesOf(answer)).toEqual(['NOT_FOUND']);
    const held = await holdConversation(stage);
    expect(await read(held.id)).toMatchObject({
      status: 'IN_PROGRESS',
      avatarId: null,
      avatarPresetId: 'cat-character',
    });
  });

  it('does not name an avatar that is not the tenant’s', async () => {
    const { gateway } = stage;
    await grant(gateway, 'ann', 'AVATAR_CONVERSATION', ELSEWHERE.conversationId);
    expect((await read(ELSEWHERE.conversationId)).avatarId).toBeNull();
    await grant(gateway, 'ann', 'AVATAR', ELSEWHERE.avatarId);
    expect((await read(ELSEWHERE.conversationId)).avatarId).toBe(ELSEWHERE.avatarId);
  });

  it('answers for another tenant’s conversation exactly as for a missing one', async () => {
    const { gateway, bob } = stage;
    const { id } = await holdConversation(stage);
    const variablesOf = (conversationId: string) => ({ id: conversationId });
    await expectHidden(gateway, bob, AvatarConversationDocument, variablesOf, id);
  });
});

import {
  CreateAvatarDocument,
  DeleteVoiceDocument,
  VoiceDocument,
  VoicesDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { AN_AVATAR, makeVoice } from '../support/client/resources.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('deleteVoice', () => {
  const stage = useGateway();

  it('deletes at Runway, and here; a second time there is nothing', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    expect((await gateway.data(DeleteVoiceDocument, { id }, ann)).deleteVoice.id).toBe(id);
    await expect(atRunway(gateway, 'GET', `/v1/voices/${id}`)).rejects.toThrow('404');

    gateway.emulator.clearRequests();
    expect(codesOf(await gateway.ask(DeleteVoiceDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect(codesOf(await gateway.ask(VoiceDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect((await gateway.data(VoicesDocument, {}, ann)).voices.edges).toEqual([]);
    const input = { ...AN_AVATAR, voice: { custom: { id } } };
    const answer = await gateway.ask(CreateAvatarDocument, { input }, ann);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.voice.custom.id', rule: 'reference' },
    ]);
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it('ends the task that follows one that is PROCESSING', async () => {
    const { gateway, clock, ann } = stage;
    gateway.emulator.settings.processingSeconds = 3_600;
    const { id, taskId } = await makeVoice(gateway, {}, ann);
    await gateway.data(DeleteVoiceDocument, { id }, ann);
    await untilStatus(gateway, clock, taskId, 'CANCELLED', ann);
  });

  it('leaves another tenant’s voice alone, exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    await expectHidden(gateway, bob, DeleteVoiceDocument, (voiceId) => ({ id: voiceId }), id);
    expect((await gateway.data(VoiceDocument, { id }, ann)).voice.id).toBe(id);
  });
});

import { UpdateVoiceDocument, VoiceDocument } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeVoice } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { bodiesTo } from '../support/runway/upstream.js';

describe('updateVoice', () => {
  const stage = useGateway();

  it('renames and describes a voice; null takes the description away', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, { description: 'Low.' }, ann);
    gateway.emulator.clearRequests();
    const changes = [
      [{ name: 'Grace' }, { name: 'Grace', description: 'Low.' }],
      [{ description: 'High.' }, { name: 'Grace', description: 'High.' }],
      [{ description: null }, { name: 'Grace', description: null }],
    ] as const;
    for (const [input, expected] of changes) {
      const { updateVoice } = await gateway.data(UpdateVoiceDocument, { id, input }, ann);
      expect(updateVoice.voice).toMatchObject({ id, ...expected });
    }
    expect(bodiesTo(gateway, `/v1/voices/${id}`)).toEqual(changes.map(([input]) => input));
    const { voice } = await gateway.data(VoiceDocument, { id }, ann);
    expect(voice).toMatchObject({ name: 'Grace', description: null });
  });

  it('refuses a name that is too long, at its place', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    const input = { name: 'x'.repeat(101) };
    const answer = await gateway.ask(UpdateVoiceDocument, { id, input }, ann);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.name', rule: 'maxLength' },
    ]);
  });

  it('refuses another tenant’s voice exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    const rename = (voiceId: string) => ({ id: voiceId, input: { name: 'Mine' } });
    await expectHidden(gateway, bob, UpdateVoiceDocument, rename, id);
    expect((await gateway.data(VoiceDocument, { id }, ann)).voice.name).toBe('Ada');
  });

  it('tells that Runway cannot be reached, so that the caller may try again', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    const path = `/v1/voices/${id}`;
    gateway.emulator.setFault({ method: 'PATCH', path, times: 1, reset: 'afterRead' });
    const change = { id, input: { name: 'Grace' } };
    const answer = await gateway.ask(UpdateVoiceDocument, change, ann);
    expect(codesOf(answer)).toEqual(['RUNWAY_UNAVAILABLE']);
    expect(answer.errors?.[0]?.extensions.retryable).toBe(true);
    const { updateVoice } = await gateway.data(UpdateVoiceDocument, change, ann);
    expect(updateVoice.voice.name).toBe('Grace');
  });
});

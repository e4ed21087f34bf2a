import { VoiceDocument } from '../../client/src/generated/graphql.js';
import { anyCost } from '../support/client/counted.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeVoice } from '../support/client/resources.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('voice', () => {
  const stage = useGateway();

  it('shows the voice as it is at Runway just now, with a sample once it is READY', async () => {
    const { gateway, clock, ann } = stage;
    const createdAt = clock.now().toISOString();
    const { id, taskId } = await makeVoice(gateway, { description: 'Low.' }, ann);
    const { voice } = await gateway.data(VoiceDocument, { id }, ann);
    expect(voice).toEqual({
      id,
      status: 'PROCESSING',
      name: 'Ada',
      description: 'Low.',
      previewUrl: null,
      failureReason: null,
      createdAt,
    });
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    const { voice: ready } = await gateway.data(VoiceDocument, { id }, ann);
    expect(ready).toEqual({
      ...voice,
      status: 'READY',
      previewUrl: expect.stringContaining(gateway.emulator.url) as string,
    });
  });

  it('reads two voices of one request together, each once', async () => {
    const { gateway, ann } = stage;
    const one = await makeVoice(gateway, { name: 'One' }, ann);
    const two = await makeVoice(gateway, { name: 'Two' }, ann);
    gateway.emulator.clearRequests();
    const query =
      'query ($one: ID!, $two: ID!) { a: voice(id: $one) { name } b: voice(id: $two) { name } c: voice(id: $one) { id } }';
    const response = await gateway.post({ query, variables: { one: one.id, two: two.id } }, ann);
    expect(await response.json()).toEqual({
      data: { a: { name: 'One' }, b: { name: 'Two' }, c: { id: one.id } },
      extensions: anyCost(),
    });
    expect(upstreamCalls(gateway).sort()).toEqual(
      [`GET /v1/voices/${one.id}`, `GET /v1/voices/${two.id}`].sort(),
    );
  });

  it('is NOT_FOUND, without another call, once it was deleted in Runway’s app', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    await atRunway(gateway, 'DELETE', `/v1/voices/${id}`);
    expect(codesOf(await gateway.ask(VoiceDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    gateway.emulator.clearRequests();
    expect(codesOf(await gateway.ask(VoiceDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it('answers for another tenant’s voice exactly as for a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    await expectHidden(gateway, bob, VoiceDocument, (voiceId) => ({ id: voiceId }), id);
  });
});

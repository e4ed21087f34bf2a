import {
  VoiceUpdatedDocument,
  type VoiceUpdatedSubscription,
  type VoiceUpdatedSubscriptionVariables,
} from '../../client/src/generated/graphql.js';
import { followed } from '../support/client/followed.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectStreamHidden } from '../support/client/hidden.js';
import { makeVoice, MODERATED } from '../support/client/resources.js';
import { openStream } from '../support/client/streams.js';

describe('voiceUpdated', () => {
  const stage = useGateway();

  const watch = (variables: VoiceUpdatedSubscriptionVariables) =>
    openStream(stage.gateway.url, stage.ann, VoiceUpdatedDocument, variables);

  /** All events: without a cursor a snapshot is there at once. */
  async function eventsOf(
    variables: VoiceUpdatedSubscriptionVariables,
  ): Promise<VoiceUpdatedSubscription['voiceUpdated'][]> {
    const atOnce = variables.after === undefined ? 1 : 0;
    const events = await followed(stage.clock, watch(variables), atOnce);
    return events.map(({ voiceUpdated }) => voiceUpdated);
  }

  it('shows a snapshot, then the change, and completes when it is READY', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    const statuses: string[] = [];
    const events = await eventsOf({ id });
    for (const { voice } of events)
      if (statuses.at(-1) !== voice.status) statuses.push(voice.status);
    expect(statuses).toEqual(['PROCESSING', 'READY']);
    expect(events.at(-1)?.voice.previewUrl).toContain(gateway.emulator.url);
    expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(events.length);
    // All of it was told.
    expect(await eventsOf({ id, after: events.at(-1)?.cursor ?? null })).toEqual([]);
  });

  it('completes when it has FAILED, and says why', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, { description: MODERATED }, ann);
    const events = await eventsOf({ id });
    expect(events.at(-1)?.voice.status).toBe('FAILED');
    expect(events.at(-1)?.voice.failureReason).toContain('moderation');
  });

  it('goes on behind a cursor after the connection was cut', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    const cut = watch({ id });
    const after = (await cut.next())?.voiceUpdated.cursor ?? null;
    cut.cut();
    const events = await eventsOf({ id, after });
    expect(events.map(({ cursor }) => cursor)).not.toContain(after);
    expect(events.filter(({ voice }) => voice.status === 'READY')).toHaveLength(1);
  });

  it('refuses another tenant’s voice exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeVoice(gateway, {}, ann);
    await expectStreamHidden(gateway, bob, VoiceUpdatedDocument, id);
  });
});

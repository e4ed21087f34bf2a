import {
  CreateApiKeyDocument,
  RealtimeSessionUpdatedDocument,
  type RealtimeSessionUpdatedSubscription,
} from '../../client/src/generated/graphql.js';
import { followed } from '../support/client/followed.js';
import { TENANT_SCOPES, useGateway } from '../support/gateway/gateway-stage.js';
import { expectStreamHidden } from '../support/client/hidden.js';
import { makeSession, MODERATED } from '../support/client/resources.js';
import { holdConversation } from '../support/client/sessions.js';
import { openStream } from '../support/client/streams.js';
import { joinSession } from '../support/runway/upstream.js';

type Event = RealtimeSessionUpdatedSubscription['realtimeSessionUpdated'];

describe('realtimeSessionUpdated', () => {
  const stage = useGateway();

  const watch = (id: string, after?: string, key = stage.ann) =>
    openStream(stage.gateway.url, key, RealtimeSessionUpdatedDocument, {
      id,
      ...(after !== undefined && { after }),
    });

  /** All events: without a cursor a snapshot is there at once. */
  async function eventsOf(id: string, after?: string, key?: string): Promise<Event[]> {
    const events = await followed(stage.clock, watch(id, after, key), after === undefined ? 1 : 0);
    return events.map(({ realtimeSessionUpdated }) => realtimeSessionUpdated);
  }

  const statusesOf = (events: readonly Event[]) =>
    events.map(({ realtimeSession }) => realtimeSession.status);

  it('shows a snapshot, then that it can be joined and with what, and completes', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    const events = await eventsOf(id);
    expect(statusesOf(events)).toEqual(['NOT_READY', 'READY']);
    const { sessionKey } = events[1]?.realtimeSession ?? {};
    expect(events[0]?.realtimeSession.sessionKey).toBeNull();
    await joinSession(gateway, id, sessionKey ?? '');
    expect(statusesOf(await eventsOf(id))).toEqual(['RUNNING']);
  });

  // Guarantee: the stream tells a session's key to its maker alone, as the query does.
  it('keeps the key from another credential of the same tenant', async () => {
    const { gateway, ann } = stage;
    const input = { tenant: 'ann', scopes: TENANT_SCOPES };
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, { input });
    const { id } = await makeSession(gateway, {}, ann);
    const events = await eventsOf(id, undefined, createApiKey.credential);
    expect(statusesOf(events)).toEqual(['NOT_READY', 'READY']);
    expect(events.map(({ realtimeSession }) => realtimeSession.sessionKey)).toEqual([null, null]);
  });

  it('goes on behind a cursor after the connection was cut', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    const cut = watch(id);
    const cursor = (await cut.next())?.realtimeSessionUpdated.cursor;
    cut.cut();
    const events = await eventsOf(id, cursor);
    expect(statusesOf(events)).toEqual(['READY']);
    expect(events[0]?.realtimeSession.sessionKey).not.toBeNull();
  });

  it('completes with one that never came to be READY', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeSession(gateway, { personality: MODERATED }, ann);
    const events = await eventsOf(id);
    expect(events.at(-1)?.realtimeSession).toMatchObject({
      status: 'FAILED',
      failureCode: 'SAFETY.INPUT',
    });
  });

  it('shows one that is over once, and completes', async () => {
    const { id } = await holdConversation(stage, { maxDuration: 10 });
    await stage.clock.advance(30_000);
    expect(statusesOf(await eventsOf(id))).toEqual(['COMPLETED']);
  });

  it('refuses another tenant’s session exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    await expectStreamHidden(gateway, bob, RealtimeSessionUpdatedDocument, id);
  });
});

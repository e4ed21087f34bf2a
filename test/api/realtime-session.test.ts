import {
  CreateApiKeyDocument,
  RealtimeSessionDocument,
} from '../../client/src/generated/graphql.js';
import { anyCost } from '../support/client/counted.js';
import { useGateway, TENANT_SCOPES } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeSession } from '../support/client/resources.js';
import { holdConversation, untilJoinable } from '../support/client/sessions.js';
import { readTask, untilStatus } from '../support/client/tasks.js';
import { callsTo } from '../support/runway/upstream.js';

describe('realtimeSession', () => {
  const stage = useGateway();

  const read = async (id: string, key = stage.ann) =>
    (await stage.gateway.data(RealtimeSessionDocument, { id }, key)).realtimeSession;

  it('has a key once it is READY, until a participant has joined', async () => {
    const { gateway, clock, ann } = stage;
    const createdAt = clock.now().toISOString();
    const { id } = await makeSession(gateway, {}, ann);
    const none = { sessionKey: null, expiresAt: null, duration: null, failureCode: null };
    expect(await read(id)).toEqual({ id, status: 'NOT_READY', queued: false, createdAt, ...none });
    const sessionKey = await untilJoinable(stage, id, ann);
    const ready = await read(id);
    expect(ready).toMatchObject({ status: 'READY', sessionKey });
    expect(Date.parse(ready.expiresAt ?? '')).toBeGreaterThan(clock.now().getTime());
  });

  // Guarantee: the key of a session lets its holder into the call, so only the maker is told it.
  it('shows its key to the credential that made it, and to no other of the same tenant', async () => {
    const { gateway, ann } = stage;
    const input = { tenant: 'ann', scopes: TENANT_SCOPES };
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, { input });
    const { id } = await makeSession(gateway, {}, ann);
    const sessionKey = await untilJoinable(stage, id, ann);
    const seen = await read(id, createApiKey.credential);
    expect(seen).toMatchObject({ id, status: 'READY', sessionKey: null });
    expect(JSON.stringify(seen)).not.toContain(sessionKey);
    expect((await read(id)).sessionKey).toBe(sessionKey);
  });

  it('tells how long it has lasted, and its task what it cost', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await holdConversation(stage, { maxDuration: 10 });
    expect(await read(id)).toMatchObject({ status: 'RUNNING', sessionKey: null, expiresAt: null });
    await clock.advance(11_000);
    expect(await read(id)).toMatchObject({ status: 'COMPLETED', duration: 10 });
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    // 2 at once, and 2 for each of the two runs of 6 s that were begun.
    expect((await readTask(gateway, taskId, ann)).cost).toBe(6);
  });

  it('is FAILED when no participant joined in time', async () => {
    const { gateway, clock, ann } = stage;
    gateway.emulator.settings.sessionKeySeconds = 5;
    const { id, taskId } = await makeSession(gateway, {}, ann);
    await untilStatus(gateway, clock, taskId, 'FAILED', ann);
    expect(await read(id)).toMatchObject({ status: 'FAILED', sessionKey: null, duration: null });
  });

  it('is read once for several aliases', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    gateway.emulator.clearRequests();
    const query =
      'query ($id: ID!) { a: realtimeSession(id: $id) { id } b: realtimeSession(id: $id) { id } }';
    const response = await gateway.post({ query, variables: { id } }, ann);
    expect(await response.json()).toEqual({
      data: { a: { id }, b: { id } },
      extensions: anyCost(),
    });
    expect(callsTo(gateway, 'GET', `/v1/realtime_sessions/${id}`)).toBe(1);
  });

  it('answers for another tenant’s session exactly as for a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    const variablesOf = (sessionId: string) => ({ id: sessionId });
    await expectHidden(gateway, bob, RealtimeSessionDocument, variablesOf, id);
  });
});

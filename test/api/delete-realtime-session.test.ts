import {
  AvatarConversationDocument,
  DeleteRealtimeSessionDocument,
  RealtimeSessionDocument,
  UnconfirmedTasksDocument,
  ViewerBudgetDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeSession } from '../support/client/resources.js';
import { holdConversation } from '../support/client/sessions.js';
import { codesOf, readTask, untilStatus } from '../support/client/tasks.js';
import { callsTo } from '../support/runway/upstream.js';

describe('deleteRealtimeSession', () => {
  const stage = useGateway();

  const end = (id: string, key = stage.ann) =>
    stage.gateway.ask(DeleteRealtimeSessionDocument, { id }, key);

  it('ends a session that goes on; it stays to be read, and so does its conversation', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await holdConversation(stage);
    await clock.advance(5_000);
    expect((await end(id)).data?.deleteRealtimeSession?.id).toBe(id);
    const { realtimeSession } = await gateway.data(RealtimeSessionDocument, { id }, ann);
    expect(realtimeSession).toMatchObject({ status: 'CANCELLED', sessionKey: null });
    const { avatarConversation } = await gateway.data(AvatarConversationDocument, { id }, ann);
    expect(avatarConversation.status).toBe('ENDED');

    const settled = await untilStatus(gateway, clock, taskId, 'CANCELLED', ann);
    // Runway does not tell what was charged: an operator has to find out.
    expect(settled.cost).toBeNull();
    const { unconfirmedTasks } = await gateway.data(UnconfirmedTasksDocument, { about: 'COST' });
    expect(unconfirmedTasks.nodes.map(({ task }) => task.id)).toContain(taskId);
    const { viewer } = await gateway.data(ViewerBudgetDocument, {}, ann);
    expect(viewer.budget[0]).toMatchObject({ reserved: 0, spent: 102 });
  });

  it('ends a session that has no participant yet, at once and only once', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await makeSession(gateway, {}, ann);
    expect(codesOf(await end(id))).toEqual([]);
    expect(codesOf(await end(id))).toEqual([]);
    await untilStatus(gateway, clock, taskId, 'CANCELLED', ann);
    expect(callsTo(gateway, 'POST', '/v1/realtime_sessions')).toBe(1);
  });

  it('changes nothing when Runway cannot be reached', async () => {
    const { gateway, ann } = stage;
    const { id, taskId } = await makeSession(gateway, {}, ann);
    const path = `/v1/realtime_sessions/${id}`;
    gateway.emulator.setFault({ method: 'DELETE', path, times: 1, status: 500, body: {} });
    expect(codesOf(await end(id))).toEqual(['RUNWAY_UNAVAILABLE']);
    expect((await readTask(gateway, taskId, ann)).cancelRequestedAt).toBeNull();
  });

  it('leaves another tenant’s session alone, exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeSession(gateway, {}, ann);
    const variablesOf = (sessionId: string) => ({ id: sessionId });
    await expectHidden(gateway, bob, DeleteRealtimeSessionDocument, variablesOf, id);
    const { realtimeSession } = await gateway.data(RealtimeSessionDocument, { id }, ann);
    expect(realtimeSession.status).toBe('NOT_READY');
  });
});

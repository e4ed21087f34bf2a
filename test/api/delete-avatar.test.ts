import {
  AvatarDocument,
  AvatarsDocument,
  DeleteAvatarDocument,
  UnownedResourcesDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeAvatar } from '../support/client/resources.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { atRunway, callsTo, upstreamCalls } from '../support/runway/upstream.js';

describe('deleteAvatar', () => {
  const stage = useGateway();

  it('deletes at Runway, and here; a second time there is nothing', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await makeAvatar(gateway, {}, ann);
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    expect((await gateway.data(DeleteAvatarDocument, { id }, ann)).deleteAvatar.id).toBe(id);
    await expect(atRunway(gateway, 'GET', `/v1/avatars/${id}`)).rejects.toThrow('404');

    gateway.emulator.clearRequests();
    expect(codesOf(await gateway.ask(DeleteAvatarDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect(codesOf(await gateway.ask(AvatarDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect((await gateway.data(AvatarsDocument, {}, ann)).avatars.totalCount).toBe(0);
    expect(upstreamCalls(gateway)).toEqual([]);
    const { unownedResources } = await gateway.data(UnownedResourcesDocument, { kind: 'AVATAR' });
    expect(unownedResources.edges.map(({ node }) => node.id)).not.toContain(id);
  });

  it('ends the task that follows one that is PROCESSING', async () => {
    const { gateway, clock, ann } = stage;
    gateway.emulator.settings.processingSeconds = 3_600;
    const { id, taskId } = await makeAvatar(gateway, {}, ann);
    await gateway.data(DeleteAvatarDocument, { id }, ann);
    const settled = await untilStatus(gateway, clock, taskId, 'CANCELLED', ann);
    expect(settled.failure).toBeNull();
    gateway.emulator.clearRequests();
    await clock.advance(20_000);
    expect(callsTo(gateway, 'GET', `/v1/avatars/${id}`)).toBe(0);
  });

  it('counts what is gone at Runway as deleted', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    await atRunway(gateway, 'DELETE', `/v1/avatars/${id}`);
    expect((await gateway.data(DeleteAvatarDocument, { id }, ann)).deleteAvatar.id).toBe(id);
  });

  it('changes nothing when Runway cannot be reached', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    const path = `/v1/avatars/${id}`;
    gateway.emulator.setFault({ method: 'DELETE', path, times: 1, status: 500, body: {} });
    expect(codesOf(await gateway.ask(DeleteAvatarDocument, { id }, ann))).toEqual([
      'RUNWAY_UNAVAILABLE',
    ]);
    expect((await gateway.data(AvatarDocument, { id }, ann)).avatar.id).toBe(id);
  });

  it('leaves another tenant’s avatar alone, exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    await expectHidden(gateway, bob, DeleteAvatarDocument, (avatarId) => ({ id: avatarId }), id);
    expect((await gateway.data(AvatarDocument, { id }, ann)).avatar.id).toBe(id);
  });
});

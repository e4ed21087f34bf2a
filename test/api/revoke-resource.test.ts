import {
  AvatarDocument,
  RevokeResourceDocument,
  UnownedResourcesDocument,
  type ResourceKind,
} from '../../client/src/generated/graphql.js';
import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden, MISSING_ID } from '../support/client/hidden.js';
import { grant, makeAvatar } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('revokeResource', () => {
  const stage = useGateway();

  const revoke = (kind: ResourceKind, id: string, key?: string) =>
    stage.gateway.ask(RevokeResourceDocument, { kind, id }, key);

  const unowned = async () => {
    const { unownedResources } = await stage.gateway.data(UnownedResourcesDocument, {
      kind: 'AVATAR',
      first: 100,
    });
    return unownedResources.edges.map(({ node }) => node.id);
  };

  it('takes a granted avatar from the tenant; it stays at Runway and has no owner', async () => {
    const { gateway, ann, bob } = stage;
    const id = ELSEWHERE.avatarId;
    await grant(gateway, 'ann', 'AVATAR', id);
    expect((await gateway.data(AvatarDocument, { id }, ann)).avatar.id).toBe(id);
    expect(await unowned()).not.toContain(id);

    gateway.emulator.clearRequests();
    const answer = await revoke('AVATAR', id);
    expect(answer.data?.revokeResource?.resource).toEqual({
      kind: 'AVATAR',
      id,
      tenant: 'ann',
      slug: null,
    });
    expect(upstreamCalls(gateway)).toEqual([]);
    await expectHidden(gateway, ann, AvatarDocument, (avatarId) => ({ id: avatarId }), id);
    expect(await unowned()).toContain(id);
    await atRunway(gateway, 'GET', `/v1/avatars/${id}`);

    await grant(gateway, 'bob', 'AVATAR', id);
    expect((await gateway.data(AvatarDocument, { id }, bob)).avatar.id).toBe(id);
  });

  it('takes what the tenant has made itself, too', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    expect(codesOf(await revoke('AVATAR', id))).toEqual([]);
    expect(codesOf(await gateway.ask(AvatarDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect(await unowned()).toContain(id);
  });

  it('is NOT_FOUND for a resource without an owner, of another kind, or that does not exist', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    expect(codesOf(await revoke('VOICE', id))).toEqual(['NOT_FOUND']);
    expect(codesOf(await revoke('VOICE', ELSEWHERE.voiceId))).toEqual(['NOT_FOUND']);
    expect(codesOf(await revoke('AVATAR', MISSING_ID))).toEqual(['NOT_FOUND']);
    expect((await gateway.data(AvatarDocument, { id }, ann)).avatar.id).toBe(id);
  });

  it('is for operators', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    expect(codesOf(await revoke('AVATAR', id, ann))).toEqual(['FORBIDDEN']);
  });
});

import { AvatarDocument } from '../../client/src/generated/graphql.js';
import { anyCost } from '../support/client/counted.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeAvatar, makeDocument, makeVoice, MODERATED } from '../support/client/resources.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { atRunway, callsTo, upstreamCalls } from '../support/runway/upstream.js';

describe('avatar', () => {
  const stage = useGateway();

  it('shows the avatar as it is at Runway just now', async () => {
    const { gateway, clock, ann } = stage;
    const voice = await makeVoice(gateway, { name: 'Low', description: 'Very.' }, ann);
    const document = await makeDocument(gateway, {}, ann);
    const changes = { voice: { custom: { id: voice.id } }, documentIds: [document.id] };
    const createdAt = clock.now().toISOString();
    const { id, taskId } = await makeAvatar(gateway, changes, ann);
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    const { avatar } = await gateway.data(AvatarDocument, { id }, ann);
    expect(avatar).toEqual({
      id,
      status: 'READY',
      name: 'Ada',
      personality: 'Answers briefly.',
      startScript: null,
      voice: {
        presetId: null,
        voiceId: voice.id,
        name: 'Low',
        description: 'Very.',
        deleted: false,
      },
      documentIds: [document.id],
      referenceImageUrl: expect.stringContaining(gateway.emulator.url) as string,
      processedImageUrl: expect.stringContaining(gateway.emulator.url) as string,
      failureReason: null,
      createdAt,
      updatedAt: createdAt,
    });

    await atRunway(gateway, 'PATCH', `/v1/avatars/${id}`, { name: 'Renamed in the app' });
    await atRunway(gateway, 'DELETE', `/v1/voices/${voice.id}`);
    const { avatar: now } = await gateway.data(AvatarDocument, { id }, ann);
    expect(now).toMatchObject({ name: 'Renamed in the app', voice: { deleted: true } });
  });

  it('tells why it FAILED', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await makeAvatar(gateway, { personality: MODERATED }, ann);
    await untilStatus(gateway, clock, taskId, 'FAILED', ann);
    const { avatar } = await gateway.data(AvatarDocument, { id }, ann);
    expect(avatar.status).toBe('FAILED');
    expect(avatar.failureReason).toContain('moderation');
  });

  // Guarantee: one request reads a thing once, however often it names it.
  it('reads one avatar once for five aliases', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    gateway.emulator.clearRequests();
    const aliases = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: avatar(id: $id) { id name }`);
    const query = `query ($id: ID!) { ${aliases.join(' ')} }`;
    const response = await gateway.post({ query, variables: { id } }, ann);
    const shown = { id, name: 'Ada' };
    expect(await response.json()).toEqual({
      data: { a: shown, b: shown, c: shown, d: shown, e: shown },
      extensions: anyCost(),
    });
    expect(upstreamCalls(gateway)).toEqual([`GET /v1/avatars/${id}`]);
  });

  it('answers for each alias alone: a missing one takes nothing from its neighbour', async () => {
    const { gateway, ann, bob } = stage;
    const own = await makeAvatar(gateway, {}, ann);
    const theirs = await makeAvatar(gateway, {}, bob);
    const query = 'query ($a: ID!, $b: ID!) { a: avatar(id: $a) { id } b: avatar(id: $b) { id } }';
    const variables = { a: own.id, b: theirs.id };
    gateway.emulator.clearRequests();
    const response = await gateway.post({ query, variables }, ann);
    const answer = (await response.json()) as { data: unknown; errors: unknown };
    expect(answer).toMatchObject({
      data: { a: { id: own.id }, b: null },
      errors: [{ path: ['b'], extensions: { code: 'NOT_FOUND' } }],
    });
    expect(callsTo(gateway, 'GET', `/v1/avatars/${theirs.id}`)).toBe(0);
  });

  it('answers for another tenant’s avatar exactly as for a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    await expectHidden(gateway, bob, AvatarDocument, (avatarId) => ({ id: avatarId }), id);
  });

  it.each(['not-an-id', '../voices', '', 'x'.repeat(1_000)])(
    'answers for %j as for a missing one, and does not call Runway',
    async (id) => {
      const { gateway, ann } = stage;
      expect(codesOf(await gateway.ask(AvatarDocument, { id }, ann))).toEqual(['NOT_FOUND']);
      expect(upstreamCalls(gateway)).toEqual([]);
    },
  );

  it('tells that Runway cannot be reached instead of saying that nothing is there', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    const path = `/v1/avatars/${id}`;
    gateway.emulator.setFault({ method: 'GET', path, times: 1, status: 500, body: {} });
    const answer = await gateway.ask(AvatarDocument, { id }, ann);
    expect(codesOf(answer)).toEqual(['RUNWAY_UNAVAILABLE']);
    expect((await gateway.data(AvatarDocument, { id }, ann)).avatar.id).toBe(id);
  });
});

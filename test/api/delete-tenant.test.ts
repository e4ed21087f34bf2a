import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import {
  CreateTenantDocument,
  DeleteTaskDocument,
  DeleteTenantDocument,
  TenantsDocument,
  ViewerDocument,
  type Scope,
  type TaskFieldsFragment,
  type TenantFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import type { LogRecord } from '../support/gateway/services.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { grant } from '../support/client/resources.js';
import { holdConversation } from '../support/client/sessions.js';
import { codesOf, createVideo, untilStatus } from '../support/client/tasks.js';
import {
  ALL_GONE,
  ALL_THERE,
  askAs,
  lookAtThings,
  makeAllThings,
  type TenantThings,
} from '../support/gateway/tenant-things.js';
import { atRunway } from '../support/runway/upstream.js';

const SCOPES: Scope[] = [
  'GENERATE_VIDEO',
  'GENERATE_IMAGE',
  'GENERATE_REALTIME',
  'TASK_READ',
  'TASK_DELETE',
  'UPLOAD_CREATE',
  'AVATAR_READ',
  'AVATAR_WRITE',
  'DOCUMENT_WRITE',
  'ROUTER_WRITE',
  'VOICE_WRITE',
];

describe('deleteTenant', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let logged: LogRecord[];
  let ann: string;
  let bob: string;
  let anns: TenantThings;
  let bobs: TenantThings;
  beforeEach(async () => {
    clock = new FakeClock();
    logged = [];
    const record = (level: LogRecord['level']) => (fields: object, message: string) => {
      logged.push({ level, fields, message });
    };
    const log = {
      debug: record('debug'),
      info: record('info'),
      warn: record('warn'),
      error: record('error'),
    };
    gateway = await startGateway({}, { clock, log });
    ann = await gateway.keyOf('ann', SCOPES);
    bob = await gateway.keyOf('bob', SCOPES);
  }, 120_000);
  afterEach(() => gateway.stop());

  async function settledVideo(): Promise<TaskFieldsFragment> {
    const { id } = await createVideo(gateway, {}, ann);
    return await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
  }

  /** Live tasks and all else. Ann has two places for her three videos. */
  async function makeAnns(): Promise<void> {
    gateway.emulator.settings.taskSeconds = 100_000;
    gateway.emulator.settings.concurrency = 2;
    anns = await makeAllThings(gateway, clock, ann);
  }

  /** Bob is first: his three videos have places, too. */
  async function makeBobsAndAnns(): Promise<void> {
    gateway.emulator.settings.taskSeconds = 100_000;
    gateway.emulator.settings.concurrency = 5;
    bobs = await makeAllThings(gateway, clock, bob);
    anns = await makeAllThings(gateway, clock, ann);
  }

  const look = (things: TenantThings) => lookAtThings(gateway.emulator, things);
  const deleteTenant = (id: string, key?: string) => gateway.ask(DeleteTenantDocument, { id }, key);
  const find = async (id: string): Promise<TenantFieldsFragment | undefined> => {
    const { tenants } = await gateway.data(TenantsDocument, { first: 100 });
    return tenants.edges.find(({ node }) => node.id === id)?.node;
  };
  const untilGone = () =>
    clock.until(async () => (await find('ann')) === undefined, { stepMs: 5_000, strides: true });

  // Guarantee: nothing of a deleted tenant stays at Runway or here, and nothing of another goes.
  it('M19: deletes everything that the tenant owns, at Runway and here, and nothing of another', async () => {
    const settled = await settledVideo();
    await gateway.data(DeleteTaskDocument, { id: (await settledVideo()).id }, ann);
    await makeBobsAndAnns();
    expect(await look(anns)).toMatchObject({ ...ALL_THERE, session: 'RUNNING' });
    expect(await find('ann')).toMatchObject({ liveTasks: 4 });
    const { data } = await deleteTenant('ann');
    expect(data?.deleteTenant).toEqual({ id: 'ann' });
    expect(codesOf(await gateway.ask(ViewerDocument, {}, ann))).toEqual(['UNAUTHENTICATED']);
    await untilGone();
    const everything = { ...anns, taskIds: [...anns.taskIds, settled.runwayTaskId ?? ''] };
    expect(await look(everything)).toMatchObject({ ...ALL_GONE, session: 'CANCELLED' });
    expect(await look(bobs)).toMatchObject({ ...ALL_THERE, session: 'RUNNING' });
    const asBob = askAs(gateway.url, bob);
    expect(await asBob('{ tasks { nodes { id } } }')).toMatchObject({
      tasks: { nodes: [{}, {}, {}, {}, {}, {}, {}, {}] },
    });
    expect(codesOf(await gateway.ask(ViewerDocument, {}, ann))).toEqual(['UNAUTHENTICATED']);

    // The id is free, and the next tenant under it begins with nothing.
    await gateway.data(CreateTenantDocument, { input: { id: 'ann', name: 'Another Ann' } });
    expect(await find('ann')).toMatchObject({ status: 'ACTIVE', liveTasks: 0, remaining: null });
    expect(codesOf(await gateway.ask(ViewerDocument, {}, ann))).toEqual(['UNAUTHENTICATED']);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  }, 120_000);

  it('M19: waits while Runway fails, keeps what it has reached, and ends when Runway is back', async () => {
    await makeBobsAndAnns();
    gateway.emulator.setFault({ method: 'DELETE', path: '/v1/tasks/{id}', status: 503 });
    gateway.emulator.setFault({ method: 'DELETE', path: '/v1/avatars/{id}', reset: 'afterRead' });
    await deleteTenant('ann');
    await clock.until(async () => (await find('ann'))?.remaining?.resources === 1, {
      stepMs: 5_000,
      strides: true,
    });
    const before = await find('ann');
    expect(before).toMatchObject({ status: 'DELETING', remaining: { resources: 1 } });
    expect(before?.remaining?.tasks).toBeGreaterThan(0);
    expect(await look(anns)).toMatchObject({ avatar: 200, voice: 404, router: 404, tasks: [200] });

    // It is tried again and again, though ever less often.
    const tries = () =>
      gateway.emulator.requests().filter(({ path }) => path === `/v1/avatars/${anns.avatarId}`)
        .length;
    const first = tries();
    await clock.stride(600_000, 5_000);
    const second = tries();
    expect(second).toBeGreaterThan(first);
    expect(second - first).toBeLessThan(60);
    expect(await find('ann')).toEqual(before);

    gateway.emulator.clearFaults();
    await untilGone();
    expect(await look(anns)).toMatchObject(ALL_GONE);
    expect(await look(bobs)).toMatchObject(ALL_THERE);
  }, 120_000);

  it('waits for a request that is on its way, and logs the tasks that cannot be found', async () => {
    await makeAnns();
    gateway.emulator.setFault({ path: '/v1/text_to_image', hang: true });
    const image =
      'mutation { createTextToImage(input: { gen4Image: { promptText: "a fox", ratio: RATIO_1920_1080 } }) { task { status } } }';
    const asked = askAs(gateway.url, ann)(image).catch(() => 'cut');
    await clock.until(() =>
      gateway.emulator.requests().some(({ path }) => path === '/v1/text_to_image'),
    );
    await deleteTenant('ann');
    await clock.stride(60_000);
    expect(await find('ann')).toMatchObject({ status: 'DELETING', remaining: { tasks: 1 } });
    // The POST's deadline makes it UNCONFIRMED.
    await clock.stride(60_000);
    await untilGone();
    await asked;
    expect(
      logged.filter(({ message }) => message.startsWith('unconfirmed tasks of a deleted tenant')),
    ).toMatchObject([{ level: 'error', fields: { tenantId: 'ann', tasks: 1 } }]);
    expect(await look(anns)).toMatchObject(ALL_GONE);
  }, 120_000);

  // Guarantee: a voice that Runway made and the gateway has not recorded is not left behind.
  it('waits until the voice of a lost request is found, and deletes it', async () => {
    await makeAnns();
    const path = '/v1/voices';
    const lost = { method: 'POST', path, times: 1, reset: 'afterRead' } as const;
    const voice = (name: string) =>
      askAs(
        gateway.url,
        ann,
      )(
        `mutation { createVoice(input: { name: "${name}", from: { audio: { audio: "https://assets.example.com/a.mp3" } } }) { task { id } } }`,
      );
    gateway.emulator.setFault({ ...lost, carryOut: true });
    await voice('made');
    gateway.emulator.setFault(lost);
    await voice('never made');
    await deleteTenant('ann');
    await clock.until(async () => (await find('ann'))?.remaining?.tasks === 1, {
      stepMs: 10_000,
      strides: true,
    });
    expect(await voiceNames()).not.toContain('made');
    expect((await find('ann'))?.status).toBe('DELETING');
    await clock.leap(3_600_000);
    await untilGone();
    expect(
      logged.filter(({ message }) => message.startsWith('unconfirmed tasks of a deleted tenant')),
    ).toMatchObject([{ level: 'error', fields: { tasks: 1, taskIds: [expect.any(String)] } }]);
  }, 120_000);

  async function voiceNames(): Promise<string[]> {
    const { data } = await atRunway(gateway, 'GET', '/v1/voices?limit=100');
    return (data as { name: string }[]).map(({ name }) => name);
  }

  it('leaves a conversation with its avatar that has been given to another', async () => {
    await makeAnns();
    const { id } = await holdConversation(
      { gateway, clock, ann, bob },
      { avatar: { custom: { avatarId: anns.avatarId } } },
    );
    const revoke = `mutation { revokeResource(kind: AVATAR_CONVERSATION, id: "${id}") { resource { id } } }`;
    await askAs(gateway.url, gateway.operatorKey)(revoke);
    await grant(gateway, 'bob', 'AVATAR_CONVERSATION', id);
    await deleteTenant('ann');
    await untilGone();
    await atRunway(gateway, 'GET', `/v1/avatar_conversations/${id}`);
  }, 120_000);

  it('gives back what an operator granted, with the conversations that others held', async () => {
    await makeAnns();
    const grant = `mutation ($id: ID!) { grantResource(input: { tenant: "ann", kind: AVATAR, id: $id }) { resource { id } } }`;
    await askAs(gateway.url, gateway.operatorKey)(grant, { id: ELSEWHERE.avatarId });
    await deleteTenant('ann');
    await untilGone();
    const headers = { authorization: 'Bearer key', 'x-runway-version': '2024-11-06' };
    for (const path of [
      `avatars/${ELSEWHERE.avatarId}`,
      `avatar_conversations/${ELSEWHERE.conversationId}`,
    ]) {
      const { status } = await fetch(`${gateway.emulator.url}/v1/${path}`, { headers });
      expect([path, status]).toEqual([path, 200]);
    }
    expect(await look(anns)).toMatchObject(ALL_GONE);
  }, 120_000);

  it('is CONFLICT for the own tenant, NOT_FOUND for none, and begins once', async () => {
    await makeBobsAndAnns();
    expect(codesOf(await deleteTenant('default'))).toEqual(['CONFLICT']);
    expect(codesOf(await deleteTenant('missing'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await deleteTenant('bob', ann))).toEqual(['FORBIDDEN']);
    gateway.emulator.setFault({ method: 'DELETE', path: '*', status: 500 });
    expect(codesOf(await deleteTenant('ann'))).toEqual([]);
    expect(codesOf(await deleteTenant('ann'))).toEqual([]);
    expect(await look(bobs)).toMatchObject(ALL_THERE);
  }, 120_000);
});

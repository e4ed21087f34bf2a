import {
  EstimateDocument,
  AvatarConversationDocument,
  CreateRealtimeSessionDocument,
  RealtimeSessionDocument,
  ResolveTaskDocument,
  SetBudgetDocument,
  ViewerBudgetDocument,
  type CreateRealtimeSessionMutation,
  type CreateRealtimeSessionMutationVariables,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { A_SESSION, makeAvatar, MODERATED } from '../support/client/resources.js';
import { untilJoinable } from '../support/client/sessions.js';
import { codesOf, readTask, untilStatus } from '../support/client/tasks.js';
import { atRunway, bodiesTo, callsTo, joinSession } from '../support/runway/upstream.js';

const PATH = '/v1/realtime_sessions';

describe('createRealtimeSession', () => {
  const stage = useGateway();

  async function create(
    variables: Partial<CreateRealtimeSessionMutationVariables> = {},
    key = stage.ann,
  ): Promise<NonNullable<CreateRealtimeSessionMutation['createRealtimeSession']>> {
    const all = { input: { gwm1Avatars: A_SESSION }, ...variables };
    return (await stage.gateway.data(CreateRealtimeSessionDocument, all, key))
      .createRealtimeSession;
  }

  const dayOf = async (key: string) =>
    (await stage.gateway.data(ViewerBudgetDocument, {}, key)).viewer.budget[0];

  it('opens a session with an own avatar and sends every property', async () => {
    const { gateway, clock, ann } = stage;
    const avatar = await makeAvatar(gateway, {}, ann);
    await untilStatus(gateway, clock, avatar.taskId, 'SUCCEEDED', ann);
    const input: CreateRealtimeSessionMutationVariables['input'] = {
      gwm1Avatars: {
        avatar: { custom: { avatarId: avatar.id } },
        maxDuration: 60,
        personality: 'Speaks of the weather alone.',
        startScript: 'It rains.',
        tools: [
          {
            clientEvent: {
              name: 'show_map',
              description: 'Shows the map.',
              parameters: [{ string: { name: 'place', description: 'Of which place.' } }],
            },
          },
        ],
      },
    };
    const { realtimeSession, task, replayed } = await create({ input });
    expect(realtimeSession).toMatchObject({
      id: task.runwayTaskId,
      status: 'NOT_READY',
      sessionKey: null,
      expiresAt: null,
      duration: null,
    });
    expect(task).toMatchObject({
      operation: 'CREATE_REALTIME_SESSION',
      status: 'PENDING',
      model: 'gwm1_avatars',
      input,
    });
    expect(replayed).toBe(false);
    expect(bodiesTo(gateway, PATH)).toEqual([
      {
        model: 'gwm1_avatars',
        avatar: { type: 'custom', avatarId: avatar.id },
        maxDuration: 60,
        personality: 'Speaks of the weather alone.',
        startScript: 'It rains.',
        tools: [
          {
            type: 'client_event',
            name: 'show_map',
            description: 'Shows the map.',
            parameters: [{ type: 'string', name: 'place', description: 'Of which place.' }],
          },
        ],
      },
    ]);
  });

  it('replays its idempotency key', async () => {
    const { gateway } = stage;
    const first = await create({ idempotencyKey: 's-1' });
    const again = await create({ idempotencyKey: 's-1' });
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.realtimeSession?.id).toBe(first.realtimeSession?.id);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);
  });

  it.each([
    ['two credits, and two for each 6 s', 60, 22],
    ['a started run of 6 s as a whole one', 61, 24],
    ['300 s where the input says nothing', undefined, 102],
  ])('reserves %s', async (_what, maxDuration, credits) => {
    const input = {
      gwm1Avatars: { ...A_SESSION, ...(maxDuration !== undefined && { maxDuration }) },
    };
    const request = { createRealtimeSession: input };
    const { estimate } = await stage.gateway.data(EstimateDocument, { request }, stage.ann);
    expect(estimate).toMatchObject({ credits, source: 'PRICES' });
  });

  it('keeps the reservation within the budget, and settles at what was used', async () => {
    const { gateway, clock, bob } = stage;
    const budget = { tenant: 'bob', period: 'DAY', creditsMax: 102 } as const;
    await gateway.data(SetBudgetDocument, { input: budget });
    const { realtimeSession, task } = await create({}, bob);
    expect(await dayOf(bob)).toMatchObject({ reserved: 102, spent: 0, remaining: 0 });
    expect(
      codesOf(
        await gateway.ask(
          CreateRealtimeSessionDocument,
          { input: { gwm1Avatars: A_SESSION } },
          bob,
        ),
      ),
    ).toEqual(['BUDGET_EXCEEDED']);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);

    const id = realtimeSession?.id ?? '';
    await joinSession(gateway, id, await untilJoinable(stage, id, bob));
    const running = await untilStatus(gateway, clock, task.id, 'RUNNING', bob);
    expect(running.cost).toBeNull();
    // The other side hangs up after 7 s, of which the second run of 6 s has begun.
    const body = { id, createdAt: running.createdAt, status: 'COMPLETED', duration: 7 };
    gateway.emulator.setFault({ method: 'GET', path: `${PATH}/${id}`, status: 200, body });
    const settled = await untilStatus(gateway, clock, task.id, 'SUCCEEDED', bob);
    expect(settled.cost).toBe(6);
    expect(await dayOf(bob)).toMatchObject({ reserved: 0, spent: 6, remaining: 96 });
  });

  it('tells why a session broke off', async () => {
    const { gateway, clock, ann } = stage;
    const { task } = await create({
      input: { gwm1Avatars: { ...A_SESSION, personality: MODERATED } },
    });
    const settled = await untilStatus(gateway, clock, task.id, 'FAILED', ann);
    expect(settled.failure?.code).toBe('SAFETY.INPUT');
    const id = task.runwayTaskId ?? '';
    const { realtimeSession } = await gateway.data(RealtimeSessionDocument, { id }, ann);
    expect(realtimeSession).toMatchObject({ status: 'FAILED', failureCode: 'SAFETY.INPUT' });
  });

  it('refuses another tenant’s avatar exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const avatar = await makeAvatar(gateway, {}, ann);
    const variablesOf = (avatarId: string) => ({
      input: { gwm1Avatars: { avatar: { custom: { avatarId } } } },
    });
    await expectHidden(gateway, bob, CreateRealtimeSessionDocument, variablesOf, avatar.id, {
      code: 'BAD_USER_INPUT',
    });
    const answer = await gateway.ask(CreateRealtimeSessionDocument, variablesOf(avatar.id), bob);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.gwm1Avatars.avatar.custom.avatarId', rule: 'reference' },
    ]);
  });

  it('whose answer was lost is not guessed; resolveTask gives it to its maker', async () => {
    const { gateway, clock, ann } = stage;
    const fault = { method: 'POST', path: PATH, times: 1, reset: 'afterRead' } as const;
    gateway.emulator.setFault({ ...fault, carryOut: true });
    const { task, realtimeSession } = await create();
    expect(task.status).toBe('UNCONFIRMED');
    expect(realtimeSession).toBeNull();
    await clock.advance(100_000);
    const id = task.id;
    expect((await readTask(gateway, id, ann)).status).toBe('UNCONFIRMED');
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);

    // As an operator would learn it: from Runway, beside the gateway.
    const body = {
      model: 'gwm1_avatars',
      avatar: { type: 'runway-preset', presetId: 'cat-character' },
    };
    const { id: runwayTaskId } = await atRunway(gateway, 'POST', PATH, body);
    await gateway.data(ResolveTaskDocument, { id, input: { runwayTaskId: String(runwayTaskId) } });
    const sessionKey = await untilJoinable(stage, String(runwayTaskId), ann);
    await joinSession(gateway, String(runwayTaskId), sessionKey);
    const conversation = { id: String(runwayTaskId) };
    const read = await gateway.data(AvatarConversationDocument, conversation, ann);
    expect(read.avatarConversation.status).toBe('IN_PROGRESS');
  });
});

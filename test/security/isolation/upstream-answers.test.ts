// Guarantee: Runway's own words in a refusal or a failure reach no client where they hold another
// tenant's prompt or task, or the account's credits or limits; and no line of the log has them.
import type { Fault } from '../../../src/emulator/control/faults.js';
import { sample } from '../../support/load/sample.js';
import { ask } from '../../support/client/wire.js';
import { callAs } from './calls.js';
import { documentOf } from './graph-calls.js';
import { placeOf } from './matrix.js';
import { withWords } from './variables.js';
import { useWorld } from './world.js';

const world = useWorld();

/** Of so many digits that no random id holds it. */
const AMOUNT = '4711000004711';

/** Of so many statuses a sample tries one with each field, with another field another one. */
const STATUSES_A_SAMPLE = 3;

/** Those last with which a thing may be gone. */
const STATUSES = [401, 403, 409, 429, 500, 503, 400, 404];

/** Fields that ask Runway while their caller waits, each about another kind of thing. */
const ASKING = {
  createTextToVideo: { method: 'POST', path: '/v1/text_to_video' },
  resubmitTask: { method: 'POST', path: '/v1/text_to_video' },
  createAvatar: { method: 'POST', path: '/v1/avatars' },
  createRouter: { method: 'POST', path: '/v1/routers' },
  createUpload: { method: 'POST', path: '/v1/uploads' },
  avatar: { method: 'GET', path: '/v1/avatars/{id}' },
  document: { method: 'GET', path: '/v1/documents/{id}' },
  routerRequests: { method: 'GET', path: '/v1/routers/{id}/requests' },
  updateVoice: { method: 'PATCH', path: '/v1/voices/{id}' },
  deleteAvatarConversation: { method: 'DELETE', path: '/v1/avatar_conversations/{id}' },
  deleteTask: { method: 'DELETE', path: '/v1/tasks/{id}' },
} as const;

describe.each(Object.entries(ASKING))('%s', (name, { method, path }) => {
  it.each(sample(STATUSES, STATUSES_A_SAMPLE, name))(
    'M7: tells nothing of another tenant that Runway names with a %i',
    async (status) => {
      const { stage, a, b, clock } = world();
      const { emulator } = stage.gateway;
      const words = `of ${stage.word(a.tenant)}, task ${String(a.things.runwayTask)}, credits ${AMOUNT}`;
      const body = {
        error: words,
        message: words,
        docUrl: `https://docs.example.com/${words}`,
        issues: [{ code: words, path: ['promptText'], message: words, received: words }],
      };
      const fault: Fault = { method, path, status, body, headers: { 'x-request-id': words } };
      const field = stage.field(name);
      const place = placeOf(name) ?? {};
      const things = status === 404 ? b.spares : b.things;
      const call = callAs(field, place, place.calls?.[0] ?? {}, things) ?? {};
      const variables = withWords(field, call, () => stage.word(b.tenant));
      emulator.setFault(fault);
      const request = { query: documentOf(field), variables };
      const isAsked = (): boolean => emulator.requests().some((one) => one.status === status);
      try {
        let { text } = await ask(b.tenant.url, b.tenant.key, request);
        if (!isAsked()) {
          // What came before has opened a breaker.
          await clock.stride(60_000, 20_000);
          ({ text } = await ask(b.tenant.url, b.tenant.key, request));
        }
        expect([text, isAsked()]).toEqual([text, true]);
        expect(text).not.toContain(AMOUNT);
        expect(stage.log.lines.filter((line) => line.includes(AMOUNT))).toEqual([]);
      } finally {
        emulator.clearFaults();
      }
    },
  );
});

it('M7: a task that fails tells its kind of failure and no words that name another tenant', async () => {
  const { stage, maker, clock, a, b } = world();
  const { answer } = await maker.make(b.tenant, 'createTextToVideo', b.things);
  const { id, runwayTaskId } = answer['task'] as { id: string; runwayTaskId: string };
  stage.gateway.emulator.setFault({
    path: `/v1/tasks/${runwayTaskId}`,
    status: 200,
    body: {
      id: runwayTaskId,
      status: 'FAILED',
      createdAt: '2026-01-01T00:00:00.000Z',
      failure: `The prompt of ${stage.word(a.tenant)} was refused`,
      failureCode: 'SAFETY.INPUT.TEXT',
    },
  });
  await clock.stride(20_000, 5_000);
  stage.gateway.emulator.clearFaults();
  expect(await stage.data(b.tenant, 'task', { id })).toMatchObject({
    status: 'FAILED',
    failure: { code: 'SAFETY.INPUT', runwayMessage: null },
  });
});

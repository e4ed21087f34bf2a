// Guarantee: a stream tells its tenant's events alone, however busy other tenants are; and a stream
// that was refused stays refused when another tenant makes the thing later.
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/input/json.js';
import {
  kindsWhere,
  resourceKinds,
  type FollowedKind,
} from '../../../src/domain/resource/kinds.js';
import { SDK_METHODS } from '../../../src/generated/facts/sdk-methods.js';
import { fieldOfKind } from '../../../src/operations/fields-of-kind.js';
import { withoutCost } from '../../support/client/counted.js';
import { EventStreamReader, ProtocolSocket } from '../../support/client/wire.js';
import { documentOf } from './graph-calls.js';
import { waysTo } from './ways.js';
import { useWorld } from './world.js';

const world = useWorld();

it('W3, M11: tasksUpdated tells nothing of what another tenant does, on either transport', async () => {
  const { stage, maker, clock, a, b } = world();
  const query = documentOf(stage.field('tasksUpdated'));
  const request = { query, variables: { after: b.things.eventCursor ?? '' } };
  const reader = await EventStreamReader.open(b.tenant.url, b.tenant.key, request);
  const socket = await ProtocolSocket.connect(b.tenant.url, b.tenant.key);
  try {
    socket.send({ id: '1', type: 'subscribe', payload: request });
    for (const field of ['createTextToVideo', 'createAvatar', 'createDocument']) {
      await maker.make(a.tenant, field, a.things);
    }
    stage.gateway.emulator.settings.taskSeconds = 0;
    await clock.stride(20_000, 5_000);
    const { answer } = await maker.make(b.tenant, 'createDocument', b.things);
    const last = idIn(answer);
    const pushed = await until(last, async () => (await socket.next()).payload);
    const streamed = await until(last, async () => (await reader.next())?.data);
    // Its live tasks have settled meanwhile, and are told.
    expect(pushed.length).toBeGreaterThan(1);
    const texts = (events: readonly unknown[]): string[] =>
      events.map((event) => withoutCost(JSON.stringify(event)));
    expect(texts(streamed)).toEqual(texts(pushed));
  } finally {
    reader.close();
    socket.close();
  }
});

/** How Runway answers who makes it: the body of one that it has just begun to make. */
const BODIES: Readonly<Record<string, JsonObject>> = {
  avatar: {
    status: 'PROCESSING',
    name: 'Made later',
    personality: 'Patient.',
    startScript: null,
    voice: { type: 'runway-live-preset', presetId: 'adrian', name: 'Adrian', description: '' },
    documentIds: [],
    referenceImageUri: null,
    processedImageUri: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
};

const FOLLOWED = kindsWhere(({ follow }) => follow !== undefined) as readonly FollowedKind[];

describe.each(FOLLOWED)('%sUpdated', (kind) => {
  it('W3, M11: of an id that another tenant gets later was refused and stays so', async () => {
    const { stage, maker, a, b } = world();
    const field = stage.field(`${kind}Updated`);
    for (const way of Object.values(waysTo(field))) {
      const id = randomUUID();
      const before = await way(b.tenant, field, { id });
      expect(before.codes).toEqual(['NOT_FOUND']);
      const { path } = SDK_METHODS[resourceKinds[kind].sdk.create];
      const body = { id, ...BODIES[kind] };
      const fault = { path, method: 'POST', times: 1, status: 200, body };
      stage.gateway.emulator.setFault(fault);
      const made = await maker.make(a.tenant, fieldOfKind(kind, 'create') ?? '', a.things);
      expect(made.answer).toMatchObject({ task: { runwayTaskId: id } });
      expect(await way(b.tenant, field, { id })).toEqual(before);
    }
  });
});

/** The ids of the tasks that events are about, to the first event of this one. */
async function until(last: unknown, next: () => Promise<unknown>): Promise<unknown[]> {
  const ids: unknown[] = [];
  while (!ids.includes(last)) ids.push(idIn(await next()));
  return ids;
}

/** The id of the task that an event or an answer is about. */
function idIn(told: unknown): unknown {
  const [, id] = /"task":\{[^}]*?"id":"([^"]+)"/.exec(JSON.stringify(told)) ?? [];
  return id;
}

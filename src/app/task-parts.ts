import { ALERTS_WAKE } from '../adapters/postgres/alerts/alert-rows.js';
import { PostgresEventBus } from '../adapters/postgres/events/postgres-event-bus.js';
import { finder } from '../pollers/finder.js';
import { retention } from '../pollers/retention-loop.js';
import { TaskPoller } from '../pollers/task-poller.js';
import { TaskHistories } from '../services/events/task-histories.js';
import { TaskEvents } from '../services/events/task-events.js';
import { LostCreations } from '../services/settlement/lost-creations.js';
import { Settlements } from '../services/settlement/settlements.js';
import type { Submissions } from '../services/submission/submissions.js';
import type { EventBus } from '../ports/events/event-bus.js';
import { FreshOutputs } from '../services/tasks/fresh-outputs.js';
import { SettlementWaits } from '../services/events/settlement-waits.js';
import { Tasks } from '../services/tasks/tasks.js';
import { Moderation } from '../services/tenants/moderation.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Machine } from './machine.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Tasks from Runway's acceptance on: read, settled, told of, and kept for a while. */
export function buildTasks(
  base: Base,
  { database, stores }: Pick<Storage, 'database' | 'stores'>,
  runwayParts: Runway,
  submissions: Submissions,
  machine: Machine,
) {
  const { config, clock, log, tracer, signals, metrics } = base;
  const { accounts, api: runway, breakers, organization, resources } = runwayParts;
  const onWork = (): void => {
    signals.wake('poll');
  };
  const freshOutputs = new FreshOutputs({ store: stores.outputs, runway, breakers, clock, log });
  const tasks = new Tasks({
    ...{ store: stores.tasks, runway, clock, log, tracer, metrics },
    onWork,
  });
  const bus = withOthers(base, new PostgresEventBus({ database, clock, log }));
  const taskEvents = new TaskEvents({ store: stores.events, tasks, bus, clock, log });
  const taskHistories = new TaskHistories(stores.events);
  const settlementWaits = new SettlementWaits({
    ...{ tasks, taskEvents, clock, log },
    max: config.waits.max,
    perViewerMax: config.waits.perViewerMax,
  });
  const settlements = new Settlements({
    store: stores.settlements,
    tasks: stores.tasks,
    submissions,
    organization,
    clock,
    log,
    tracer,
    metrics,
    accounts,
    onWork: signals.wake,
  });
  const lostCreations = new LostCreations({
    store: stores.settlements,
    resources: stores.resources,
    runway: resources,
    clock,
    log,
    submitTimeoutMs: config.runway.timeoutMs,
    onWork,
  });
  const poller = buildPoller(base, { stores }, runwayParts, machine);
  signals.on('accountChanged', onWork);
  const keptMs = config.retentionDays * DAY_MS;
  const loops: readonly BackgroundLoop[] = [
    poller,
    finder({ lostCreations, clock, log }),
    retention({ store: stores.retention, clock, log, keptMs }),
  ];
  return {
    tasks,
    freshOutputs,
    taskEvents,
    taskHistories,
    settlementWaits,
    settlements,
    poller,
    loops,
  };
}

/** The wake-ups of alerts and webhooks come over the one connection that listens. */
function withOthers({ signals }: Pick<Base, 'signals'>, bus: EventBus): EventBus {
  return {
    listen: (onWake) =>
      bus.listen((name) => {
        if (name === ALERTS_WAKE) signals.wake('alerts');
        else {
          signals.wake('events');
          onWake(name);
        }
      }),
  };
}

/** The reads of live tasks, and what follows when one has settled. */
function buildPoller(
  { config, clock, log, tracer, signals, metrics }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { api, breakers }: Runway,
  { random = Math.random }: Machine,
): TaskPoller {
  const moderation = new Moderation({
    store: stores.moderation,
    clock,
    log,
    moderatedMax: config.moderatedMax,
    windowMs: config.moderationWindowHours * HOUR_MS,
  });
  const poller = new TaskPoller({
    openMax: config.runway.readsOpenMax,
    store: stores.polls,
    runway: api,
    breakers,
    clock,
    log,
    tracer,
    metrics,
    random,
    onSettled: async (task) => {
      signals.wake('submission');
      signals.wake('archive');
      await moderation.judge(task);
    },
  });
  signals.on('poll', () => {
    poller.wake();
  });
  return poller;
}

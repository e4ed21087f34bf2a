import type { TaskStore } from '../../../ports/tasks/task-store.js';
import type { Database } from '../connection/database.js';
import { findReplay, giveOut } from './given-out.js';
import * as outputReads from './output-reads.js';
import * as polls from './polls.js';
import { moveQueued } from '../dispatch/queue-moves.js';
import { isPoolTaken, PoolLocks } from '../dispatch/slot-pools.js';
import { expireSending } from '../submission/expire-sending.js';
import { takeNextSubmission } from '../submission/submission-leases.js';
import * as outcomes from '../submission/recorded-outcomes.js';
import { acceptTask } from '../submission/task-acceptance.js';
import { listTasks } from './task-list.js';
import * as reads from './task-reads.js';
import type { Db } from './task-rows.js';
import { listUnsettled } from './unsettled-tasks.js';
import * as wishes from './task-wishes.js';
import { noteStopped, noteWaiting } from '../dispatch/noted-waits.js';

type Method<Name extends keyof TaskStore> = TaskStore[Name];

/** The life of tasks in PostgreSQL; each method is a function of the file it is imported from. */
export class PostgresTaskStore implements TaskStore {
  readonly #database: Database;
  readonly #db: Db;
  readonly #locks: PoolLocks;

  constructor(database: Database) {
    this.#database = database;
    this.#db = database.kysely;
    this.#locks = new PoolLocks(database);
  }

  accept: Method<'accept'> = (task, now, rules) =>
    acceptTask(this.#database, this.#locks, task, now, rules);

  takeNextSubmission: Method<'takeNextSubmission'> = (rules) =>
    takeNextSubmission(this.#database, this.#locks, rules);
  noteWaiting: Method<'noteWaiting'> = (pool, waitingFor, batch) =>
    noteWaiting(this.#database, pool, waitingFor, batch);
  noteStopped: Method<'noteStopped'> = (batch) => noteStopped(this.#database, batch);
  moveQueued: Method<'moveQueued'> = (runwayAccount) => moveQueued(this.#db, runwayAccount);
  isPoolTaken: Method<'isPoolTaken'> = (pool, slots, now) =>
    isPoolTaken(this.#db, pool, slots, now);

  recordAccepted: Method<'recordAccepted'> = (lease, answer, now) =>
    outcomes.recordAccepted(this.#database, lease, answer, now);
  recordDeferred: Method<'recordDeferred'> = (lease, waitingFor, now) =>
    outcomes.recordDeferred(this.#database, lease, waitingFor, now);
  recordRefused: Method<'recordRefused'> = (lease, failure, now) =>
    outcomes.recordRefused(this.#database, lease, failure, now);
  discard: Method<'discard'> = (lease, failure, now, audit) =>
    outcomes.discard(this.#database, lease, failure, now, audit);
  giveOut: Method<'giveOut'> = (tenantId, id) => giveOut(this.#database, tenantId, id);
  recordUnconfirmed: Method<'recordUnconfirmed'> = (lease, detail, now) =>
    outcomes.recordUnconfirmed(this.#database, lease, detail, now);
  expireSending: Method<'expireSending'> = (now, leaseEndedBefore) =>
    expireSending(this.#database, now, leaseEndedBefore);

  takeDuePolls: Method<'takeDuePolls'> = (lease) => polls.takeDuePolls(this.#database, lease);
  recordRead: Method<'recordRead'> = (lease, read, now) =>
    polls.recordRead(this.#database, lease, read, now);
  recordUnchangedReads: Method<'recordUnchangedReads'> = (reads, now) =>
    polls.recordUnchangedReads(this.#db, reads, now);
  endPollLeases: Method<'endPollLeases'> = (now) => polls.endPollLeases(this.#db, now);
  takeOutputRead: Method<'takeOutputRead'> = (taskId, now) =>
    outputReads.takeOutputRead(this.#db, taskId, now);
  recordOutputs: Method<'recordOutputs'> = (taskId, output) =>
    outputReads.recordOutputs(this.#database, taskId, output);
  nextDueAt: Method<'nextDueAt'> = (kind) => polls.nextDueAt(this.#db, kind);

  findTask: Method<'findTask'> = (tenantId, id) => reads.findTask(this.#database, tenantId, id);
  findTaskByKey: Method<'findTaskByKey'> = (tenantId, key) =>
    reads.findTaskByKey(this.#database, tenantId, key);
  findReplay: Method<'findReplay'> = (tenantId, key, fingerprint) =>
    findReplay(this.#database, tenantId, key, fingerprint);
  listTasks: Method<'listTasks'> = (tenantId, filter, page) =>
    listTasks(this.#database, tenantId, filter, page);
  listEvents: Method<'listEvents'> = (tenantId, query) =>
    reads.listEvents(this.#database, tenantId, query);
  listUnsettled: Method<'listUnsettled'> = (tenantId, ids) =>
    listUnsettled(this.#db, tenantId, ids);
  eventRange: Method<'eventRange'> = (tenantId) => reads.eventRange(this.#db, tenantId);

  requestCancel: Method<'requestCancel'> = (tenantId, id, now, audit) =>
    wishes.requestCancel(this.#database, tenantId, id, now, audit);
  deleteTask: Method<'deleteTask'> = (tenantId, id, now, audit) =>
    wishes.deleteTask(this.#database, tenantId, id, now, audit);
}

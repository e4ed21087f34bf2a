import type { TaskStore } from '../../ports/task-store.js';
import type { Database } from './database.js';
import * as outputReads from './output-reads.js';
import * as polls from './polls.js';
import { isPoolTaken, noteWaiting } from './slot-pools.js';
import * as leases from './submission-leases.js';
import * as outcomes from './submission-outcomes.js';
import { acceptTask } from './task-acceptance.js';
import * as reads from './task-reads.js';
import type { Db } from './task-rows.js';
import * as wishes from './task-wishes.js';

type Method<Name extends keyof TaskStore> = TaskStore[Name];

/** The life of tasks in PostgreSQL; each method is a function of the file it is imported from. */
export class PostgresTaskStore implements TaskStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  accept: Method<'accept'> = (task, now) => acceptTask(this.#db, task, now);

  takeSubmission: Method<'takeSubmission'> = (taskId, rules) =>
    leases.takeSubmission(this.#db, taskId, rules);
  takeNextSubmission: Method<'takeNextSubmission'> = (rules) =>
    leases.takeNextSubmission(this.#db, rules);
  noteWaiting: Method<'noteWaiting'> = (pool, reason, batch) =>
    noteWaiting(this.#db, pool, reason, batch);
  isPoolTaken: Method<'isPoolTaken'> = (pool, slots, now) =>
    isPoolTaken(this.#db, pool, slots, now);
  extendSubmission: Method<'extendSubmission'> = (lease, until) =>
    leases.extendSubmission(this.#db, lease, until);

  recordAccepted: Method<'recordAccepted'> = (lease, answer, now) =>
    outcomes.recordAccepted(this.#db, lease, answer, now);
  recordDeferred: Method<'recordDeferred'> = (lease, waitingFor, now) =>
    outcomes.recordDeferred(this.#db, lease, waitingFor, now);
  recordRefused: Method<'recordRefused'> = (lease, failure, now) =>
    outcomes.recordRefused(this.#db, lease, failure, now);
  discard: Method<'discard'> = (lease) => outcomes.discard(this.#db, lease);
  recordUnconfirmed: Method<'recordUnconfirmed'> = (lease, detail, now) =>
    outcomes.recordUnconfirmed(this.#db, lease, detail, now);
  expireSending: Method<'expireSending'> = (now, leaseEndedBefore) =>
    outcomes.expireSending(this.#db, now, leaseEndedBefore);

  takeDuePolls: Method<'takeDuePolls'> = (lease) => polls.takeDuePolls(this.#db, lease);
  recordRead: Method<'recordRead'> = (lease, read, now) =>
    polls.recordRead(this.#db, lease, read, now);
  takeOutputRead: Method<'takeOutputRead'> = (taskId, now) =>
    outputReads.takeOutputRead(this.#db, taskId, now);
  recordOutputs: Method<'recordOutputs'> = (taskId, output) =>
    outputReads.recordOutputs(this.#db, taskId, output);
  nextDueAt: Method<'nextDueAt'> = (kind) => polls.nextDueAt(this.#db, kind);

  findTask: Method<'findTask'> = (tenantId, id) => reads.findTask(this.#db, tenantId, id);
  findTaskByKey: Method<'findTaskByKey'> = (tenantId, key) =>
    reads.findTaskByKey(this.#db, tenantId, key);
  listTasks: Method<'listTasks'> = (tenantId, filter, page) =>
    reads.listTasks(this.#db, tenantId, filter, page);
  listEvents: Method<'listEvents'> = (tenantId, query) =>
    reads.listEvents(this.#db, tenantId, query);
  eventRange: Method<'eventRange'> = (tenantId) => reads.eventRange(this.#db, tenantId);

  requestCancel: Method<'requestCancel'> = (tenantId, id, now) =>
    wishes.requestCancel(this.#db, tenantId, id, now);
  deleteTask: Method<'deleteTask'> = (tenantId, id, now) =>
    wishes.deleteTask(this.#db, tenantId, id, now);
}

import { randomUUID } from 'node:crypto';
import type { Stores } from '../../../src/adapters/postgres/stores.js';

/** What one tenant has in the stores. */
export interface Seed {
  readonly taskId: string;
  readonly settledTaskId: string;
  readonly runwayTaskId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly avatarId: string;
  readonly slug: string;
  readonly subject: string;
  readonly keyId: string;
  readonly tokenId: string;
  readonly ownAccount: string;
  readonly runwaySecret: string;
  readonly webhookId: string;
  readonly deliveryId: string;
  readonly now: Date;
}

/** What a method tells a tenant of what the seed's owner has. */
type Probe = (stores: Stores, tenantId: string, seed: Seed) => Promise<unknown>;

const PAGE = { first: 10, after: null };
const EVER = { from: '2000-01-01', before: '2100-01-01' };

/** What several tenants' things are asked for together, and by whom. */
const BY_OPERATORS = 'for operators, over all tenants';
const BY_LOOPS = 'for loops, over all tenants; what it returns names the tenant';
const BY_LEASE = 'by a lease, which was taken with its tenant';
const OF_GATEWAY = 'the tenants themselves, for operators';
const BY_CREDENTIAL = 'by a credential, which says whose it is';
const OF_BOOKS = 'for a loop, over all tenants; what it returns is counts';
const OF_THE_STORE = 'at a start on a restored store, over all tenants';
const WRITES = 'writes a row that carries its tenant';

/**
 * Every method of the stores: a probe where it is asked for one tenant's data, else why it need not
 * know the tenant.
 */
export const storeMethods: Readonly<Record<string, Probe | string>> = {
  'TaskStore.findTask': ({ tasks }, tenant, { taskId }) => tasks.findTask(tenant, taskId),
  'TaskStore.findTaskByKey': ({ tasks }, tenant, { key }) => tasks.findTaskByKey(tenant, key),
  'TaskStore.findReplay': ({ tasks }, tenant, { key, fingerprint }) =>
    tasks.findReplay(tenant, key, fingerprint),
  'TaskStore.giveOut': ({ tasks }, tenant, { taskId }) => tasks.giveOut(tenant, taskId),
  'TaskStore.listTasks': async ({ tasks }, tenant) =>
    (await tasks.listTasks(tenant, {}, PAGE)).tasks,
  'ArchiveStore.findServedTenant':
    'by a task’s id; the signature then says whether it was for the tenant',
  'ArchiveStore.findOutputs': ({ archive }, tenant, { settledTaskId }) =>
    archive.findOutputs(tenant, [`${settledTaskId}.0`]),
  'ArchiveStore.keptBytes': ({ archive }, tenant) => archive.keptBytes(tenant),
  'ArchiveStore.takeCopy': BY_LOOPS,
  'ArchiveStore.extendCopy': BY_LEASE,
  'ArchiveStore.noteSource': BY_LEASE,
  'ArchiveStore.fileKey': 'of an output and its tenant, for the archive alone',
  'ArchiveStore.keepCopy': BY_LEASE,
  'ArchiveStore.postponeCopy': BY_LEASE,
  'ArchiveStore.giveUpCopy': BY_LEASE,
  'ArchiveStore.releaseCopies': BY_LOOPS,
  'ArchiveStore.expireKept': BY_LOOPS,
  'ArchiveStore.takeErasures': 'ids of files whose rows are gone, for a loop',
  'ArchiveStore.forgetErasures': 'ids of files whose rows are gone, for a loop',
  'ArchiveStore.findOwned': 'ids of files, for a loop; what it returns is some of them',
  'EventStore.listEvents': ({ events }, tenant, { taskId }) =>
    events.listEvents(tenant, { after: 0, limit: 10, taskId }),
  'EventStore.listStatusChanges': ({ events }, tenant, { taskId }) =>
    events.listStatusChanges(tenant, [taskId], 10),
  'EventStore.listUnsettled': ({ events }, tenant, { taskId }) =>
    events.listUnsettled(tenant, [taskId]),
  'EventStore.eventRange': async ({ events }, tenant) => (await events.eventRange(tenant)).newest,
  'TaskStore.requestCancel': ({ tasks }, tenant, { taskId, now }) =>
    tasks.requestCancel(tenant, taskId, now),
  'TaskStore.deleteTask': ({ tasks }, tenant, { settledTaskId, now }) =>
    tasks.deleteTask(tenant, settledTaskId, now),
  'SubmissionStore.accept': WRITES,
  'SubmissionStore.takeNextSubmission': BY_LOOPS,
  'WaitingNoteStore.noteWaiting': BY_LOOPS,
  'WaitingNoteStore.noteStopped': BY_LOOPS,
  'QueueStore.moveQueued': 'changes the Runway secret of all that is queued',
  'BooksStore.checkDay': OF_BOOKS,
  'BooksStore.checkMonth': OF_BOOKS,
  'BooksStore.checkTasks': OF_BOOKS,
  'FigureStore.read': 'sums over all tenants, for metrics',
  'FigureStore.readTenants': 'tenants with their sums, for metrics that may name them',
  'QueueStore.isPoolTaken': 'counts slots, which all tenants share; tells yes or no',
  'OutcomeStore.recordAccepted': BY_LEASE,
  'OutcomeStore.recordDeferred': BY_LEASE,
  'OutcomeStore.recordRefused': BY_LEASE,
  'OutcomeStore.discard': BY_LEASE,
  'OutcomeStore.recordUnconfirmed': BY_LEASE,
  'SubmissionStore.expireSending': BY_LOOPS,
  'PollStore.takeDuePolls': BY_LOOPS,
  'PollStore.recordRead': BY_LEASE,
  'PollStore.recordUnchangedReads': BY_LEASE,
  'PollStore.endPollLeases': BY_LOOPS,
  'OutputStore.takeOutputRead': 'of a task that was found for its tenant',
  'OutputStore.recordOutputs': 'of a task that was found for its tenant',
  'QueueStore.nextDueAt': BY_LOOPS,
  'PollStore.nextDueAt': BY_LOOPS,

  'PoolHoldStore.hold': BY_LEASE,
  'PoolHoldStore.endProbe': BY_LEASE,

  'ResourceStore.findOwned': ({ resources }, tenant, { avatarId }) =>
    resources.findOwned(tenant, 'avatar', [avatarId]),
  'ResourceStore.findByAlias': ({ resources }, tenant, { slug }) =>
    resources.findByAlias(tenant, 'router', slug),
  'ResourceStore.list': async ({ resources }, tenant) => {
    const page = await resources.list(tenant, 'avatar', {}, PAGE);
    return [...page.resources, ...Array<number>(page.totalCount ?? 0)];
  },
  'ResourceStore.record': WRITES,
  'ResourceStore.findAny': BY_OPERATORS,
  'ResourceStore.remove': ({ resources }, tenant, { avatarId }) =>
    resources.remove(tenant, 'avatar', avatarId),

  'BudgetStore.listBudgets': async ({ budgets }, tenant, { subject, now }) =>
    (await budgets.listBudgets(tenant, subject, now)).flatMap(({ reserved, spent, limit }) =>
      [reserved, spent, limit ?? 0].filter((credits) => credits !== 0),
    ),
  'BudgetStore.holdingOfToken': async ({ budgets }, tenant, { tokenId }) => {
    const { reserved, spent } = await budgets.holdingOfToken(tenant, tokenId);
    return reserved + spent;
  },
  'BudgetStore.listUsage': ({ budgets }, tenant) =>
    budgets.listUsage(tenant, EVER, new Set(['day', 'model', 'key', 'label']), 10),
  'BudgetStore.setLimit': WRITES,
  'BudgetStore.listTenantBudgets': BY_OPERATORS,

  'FollowingStore.find': ({ following }, tenant, { runwayTaskId }) =>
    following.find(tenant, 'avatar', runwayTaskId),
  'FollowingStore.makersOf': async ({ following }, tenant, { runwayTaskId }) => [
    ...(await following.makersOf(tenant, 'avatar', [runwayTaskId])).values(),
  ],
  'FollowingStore.tasksOf': 'tells whose each is, so that others’ can be left out',
  'FollowingStore.end': async ({ following, polls }, tenant, { runwayTaskId, now }) => {
    await following.end(tenant, 'avatar', runwayTaskId, now);
    // It has had an effect where the task is due now.
    return (await polls.nextDueAt())?.getTime() === now.getTime();
  },
  'FollowingStore.cancel': async ({ following, polls }, tenant, { runwayTaskId, now }) => {
    await following.cancel(tenant, 'avatar', runwayTaskId, now);
    // It has had an effect where nothing is left to be read.
    return (await polls.nextDueAt()) === null;
  },
  'FollowingStore.start': WRITES,

  'RunwayCredentialStore.listOf': ({ credentials }, tenant) => credentials.listOf(tenant),
  'RunwayCredentialStore.markOf': async ({ credentials }, tenant, { runwaySecret }) => {
    const mark = await credentials.markOf(tenant, runwaySecret);
    return (await credentials.list()).filter((one) => one.mark === mark);
  },
  'RunwayCredentialStore.retire': ({ credentials }, tenant, { now }) =>
    credentials.retire(tenant, now),
  'RunwayCredentialStore.findMade': ({ credentials }, tenant, { ownAccount }) =>
    credentials.findMade(ownAccount, tenant),
  'RunwayCredentialStore.changeNumber': BY_LOOPS,
  'RunwayCredentialStore.list': BY_LOOPS,
  'RunwayCredentialStore.open': BY_LOOPS,
  'RunwayCredentialStore.set': WRITES,
  'RunwayCredentialStore.removeOperator': BY_OPERATORS,
  'RunwayCredentialStore.hasLiveTasks': 'of an account that was found for its tenant',
  'RunwayCredentialStore.forgetUnused': BY_LOOPS,

  'SettlementStore.findRequest': ({ settlements }, tenant, { taskId }) =>
    settlements.findRequest(tenant, taskId),
  'SettlementStore.listOpen': BY_OPERATORS,
  'SettlementStore.listLost': BY_LOOPS,
  'SettlementStore.hasTwin': BY_LOOPS,
  'SettlementStore.confirm': BY_OPERATORS,
  'SettlementStore.confirmFound': BY_LOOPS,
  'SettlementStore.dismiss': BY_OPERATORS,
  'SettlementStore.end': BY_OPERATORS,
  'SettlementStore.adjustCost': BY_OPERATORS,
  'SettlementStore.correctId': BY_OPERATORS,
  'SettlementStore.correctToUnsubmitted': BY_OPERATORS,
  'SettlementStore.correctCost': BY_OPERATORS,

  'OutputUploadStore.look': 'of outputs that were found for their tenant',
  'OutputUploadStore.claim': WRITES,
  'OutputUploadStore.take': BY_LOOPS,
  'OutputUploadStore.extend': BY_LEASE,
  'OutputUploadStore.recordDone': BY_LEASE,
  'OutputUploadStore.recordFailed': BY_LEASE,
  'OutputUploadStore.putOff': BY_LEASE,
  'OutputUploadStore.giveBack': BY_LEASE,
  'OutputUploadStore.wake': BY_LOOPS,
  'OutputUploadStore.nextDueAt': BY_LOOPS,
  'OutputUploadStore.releaseAll': BY_LOOPS,
  'OutputUploadStore.forgetEnded': BY_LOOPS,

  'TenantRemovalStore.listTasks': ({ removals }, tenant) => removals.listTasks(tenant, PAGE),
  'TenantRemovalStore.listResources': ({ removals }, tenant) =>
    removals.listResources(tenant, 'avatar', PAGE),
  'TenantRemovalStore.take': BY_LOOPS,
  'TenantRemovalStore.extend': BY_LEASE,
  'TenantRemovalStore.release': BY_LEASE,
  'TenantRemovalStore.releaseAll': BY_LOOPS,
  'TenantRemovalStore.removeTasks': BY_LEASE,
  'TenantRemovalStore.removeHiddenTasks': BY_LEASE,
  'TenantRemovalStore.giveBack': BY_LEASE,
  'TenantRemovalStore.removeAccess': BY_LEASE,
  'TenantRemovalStore.removeResource': BY_LEASE,
  'TenantRemovalStore.finish': BY_LEASE,

  'ModerationStore.stopIfModerated': ({ moderation }, tenant, { now }) =>
    moderation.stopIfModerated(tenant, { since: new Date(0), max: 1 }, now),

  'RetentionStore.deleteOld': 'goes by age, over all tenants',
  'RetentionStore.placeAfter': 'goes by age, over all tenants',
  'RetentionStore.estimateOld': 'goes by age, over all tenants',

  'RestoredStore.isUnheld': OF_THE_STORE,
  'RestoredStore.holdQueued': OF_THE_STORE,
  'RestoredStore.noteHeld': OF_THE_STORE,

  'PolicyStore.findPolicies': async ({ policies }, tenant, { keyId }) =>
    (await policies.findPolicies(tenant, keyId)).key ?? [],

  'KeyUsageStore.recordUses': WRITES,
  'KeyUsageStore.findUsage': 'of keys that were found for their tenant',

  'AlertStore.evaluate': BY_LOOPS,
  'AlertStore.raise': BY_LOOPS,
  'AlertStore.listUntold': BY_LOOPS,
  'AlertStore.markTold': BY_LOOPS,
  'AlertStore.listAlerts': BY_OPERATORS,
  'AlertStore.listAlertsAfter': BY_OPERATORS,
  'AlertStore.alertRange': BY_OPERATORS,
  'AlertStore.liftAnswer': BY_OPERATORS,
  'AlertStore.listThrottled': BY_LOOPS,
  'AlertStore.forgetBefore': BY_LOOPS,
  'DeliveryStore.look': BY_LOOPS,
  'DeliveryStore.makeDeliveries': BY_LOOPS,
  'DeliveryStore.lease': BY_LOOPS,
  'DeliveryStore.record': BY_LEASE,
  'DeliveryStore.releaseAll': BY_LOOPS,
  'DeliveryStore.expire': BY_LOOPS,
  'DeliveryStore.forgetBefore': BY_LOOPS,
  'DeliveryStore.figures': OF_BOOKS,
  'WebhookStore.create': WRITES,
  'WebhookStore.find': ({ webhooks }, tenant, { webhookId }) => webhooks.find(tenant, webhookId),
  'WebhookStore.list': async ({ webhooks }, tenant) => (await webhooks.list(tenant, PAGE)).webhooks,
  'WebhookStore.change': ({ webhooks }, tenant, { webhookId, now }) =>
    webhooks.change(tenant, webhookId, { isPaused: true }, { now, retryUntil: now }),
  'WebhookStore.rotateSecret': ({ webhooks }, tenant, { webhookId, now }) =>
    webhooks.rotateSecret(tenant, webhookId, { secret: 'whsec_bmV3', oldUntil: now }),
  // Each tenant gets one of its own; an old one only who had one.
  'DefaultSecretStore.rotate': async ({ defaultSecrets }, tenant, { now }) =>
    (await defaultSecrets.rotate(tenant, { secret: 'whsec_bmV3', oldUntil: now }, now))
      ?.oldSecretUntil,
  'DefaultSecretStore.has': ({ defaultSecrets }, tenant) => defaultSecrets.has(tenant),
  'DefaultSecretStore.inForce': ({ defaultSecrets }, tenant, { now }) =>
    defaultSecrets.inForce(tenant, now),
  'WebhookStore.remove': ({ webhooks }, tenant, { webhookId }) =>
    webhooks.remove(tenant, webhookId),
  'TenantDeliveryStore.addTest': ({ tenantDeliveries }, tenant, { webhookId, now }) =>
    tenantDeliveries.addTest(tenant, webhookId, { id: randomUUID(), now, retryUntil: now }),
  'TenantDeliveryStore.list': async ({ tenantDeliveries }, tenant, { webhookId }) =>
    (await tenantDeliveries.list(tenant, { webhookId }, PAGE)).deliveries,
  'TenantDeliveryStore.redeliver': ({ tenantDeliveries }, tenant, { deliveryId, now }) =>
    tenantDeliveries.redeliver(tenant, deliveryId, { now, retryUntil: now }),

  'AccessReviewStore.listReviewedKeys': BY_OPERATORS,
  'AccessReviewStore.listTenantsWithoutBudget': BY_OPERATORS,
  'AccessReviewStore.revokeUnusedKeys': BY_OPERATORS,

  'KeyStore.createKey': WRITES,
  'KeyStore.findKey': BY_CREDENTIAL,
  'KeyStore.findCredential': BY_CREDENTIAL,
  'KeyStore.listCredentials': BY_CREDENTIAL,
  'KeyStore.listActiveTenants': BY_CREDENTIAL,
  'KeyStore.hasKeys': 'whether this is the first start',
  'KeyStore.listKeys': async ({ keys }, tenant) => {
    const page = await keys.listKeys(tenant, PAGE);
    return [...page.keys, ...Array<number>(page.totalCount ?? 0)];
  },
  'KeyStore.changeKey': 'hands the key with its tenant to its caller, who decides',

  'TenantStore.create': OF_GATEWAY,
  'TenantStore.find': OF_GATEWAY,
  'TenantStore.list': OF_GATEWAY,
  'TenantStore.count': OF_GATEWAY,
  'TenantStore.holdings': OF_GATEWAY,
  'TenantStore.setLimits': OF_GATEWAY,
  'TenantStore.listRates': OF_GATEWAY,
  'TenantStore.setPolicy': OF_GATEWAY,
  'TenantStore.suspend': OF_GATEWAY,
  'TenantStore.resume': OF_GATEWAY,
  'TenantStore.startRemoval': OF_GATEWAY,
};

import { isDeepStrictEqual } from 'node:util';
import type { KnownTask, UpgradeStage } from './upgrade-stage.js';

/** A condition, and how it was broken; undefined: it holds. */
export type Check = readonly [condition: string, fault: string | undefined];

/** What a client knows of a store that an older program has filled. */
export interface KnownStore {
  /** The credential of a tenant's key, which is stored as a hash. */
  readonly key: string;
  readonly tasks: readonly KnownTask[];
  /** The end of the first page of two tasks. */
  readonly pageCursor: string;
  /** Of the last event of the task that has ended. */
  readonly eventCursor: string;
  readonly documentId: string;
  /** Ids by idempotency key, which is the label and the prompt too. */
  readonly ids: Readonly<Record<string, string>>;
}

export const DONE = 'done';
export const LIVE = ['live', 'live too'] as const;
export const QUEUED = 'queued';
export const BOUGHT = [DONE, ...LIVE, QUEUED] as const;

const DOCUMENT = { name: 'Opening hours', content: 'Monday to Friday, nine to five.' };

/**
 * A tenant with a key, a document at Runway, a task that has ended, two that Runway works on, and one
 * that waits in the queue with its request encrypted. The gateway of `stage` runs.
 */
export async function fillStore(stage: UpgradeStage): Promise<KnownStore> {
  await stage.ask('mutation { createTenant(input: { id: "ann", name: "Ann" }) { tenant { id } } }');
  const scopes = '[GENERATE_VIDEO, TASK_READ, DOCUMENT_READ, DOCUMENT_WRITE]';
  const { createApiKey } = await stage.ask<{ createApiKey: { credential: string } }>(
    `mutation { createApiKey(input: { tenant: "ann", scopes: ${scopes} }) { credential } }`,
  );
  const key = createApiKey.credential;
  const { createDocument } = await stage.ask<{ createDocument: { document: { id: string } } }>(
    'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { document { id } } }',
    { input: DOCUMENT },
    key,
  );
  const ids: Record<string, string> = {};
  stage.endTasks();
  ids[DONE] = (await stage.buy(DONE, key)).id;
  await stage.untilStatus(key, DONE, 'SUCCEEDED');
  const eventCursor = await stage.cursorOf(key, ids[DONE]);
  stage.holdTasks();
  for (const label of LIVE) ids[label] = (await stage.buy(label, key)).id;
  const { id, status } = await stage.buy(QUEUED, key);
  if (status !== 'QUEUED') throw new Error(`The task that was to wait is ${status}.`);
  ids[QUEUED] = id;
  const { endCursor } = await stage.page(key, 2);
  const { tasks } = await stage.page(key, 50);
  const documentId = createDocument.document.id;
  return { key, tasks, pageCursor: endCursor, eventCursor, documentId, ids };
}

/** What must be as it was on the running gateway, before anything has ended. */
export async function checkNothingIsLost(
  stage: UpgradeStage,
  { key, tasks, pageCursor, documentId, ids }: KnownStore,
): Promise<readonly Check[]> {
  const { tasks: found } = await stage.page(key, 50);
  const { tasks: rest } = await stage.page(key, 50, pageCursor);
  const { document } = await stage.ask<{ document: { content: string } }>(
    'query ($id: ID!) { document(id: $id) { content } }',
    { id: documentId },
    key,
  );
  const replays = await Promise.all(BOUGHT.map((label) => stage.buy(label, key)));
  const isReplayed = replays.every(
    ({ id, replayed }, index) => replayed && id === ids[BOUGHT[index] ?? ''],
  );
  return [
    ['keys work, and ids and states are as they were', difference(found, tasks)],
    ['a cursor of a page leads on from its place', difference(rest, tasks.slice(2))],
    ['the resource is there', difference(document.content, DOCUMENT.content)],
    ['idempotency keys replay', isReplayed ? undefined : JSON.stringify(replays)],
  ];
}

/** Runway ends what it has: all tasks must, and events go on after the cursor. */
export async function checkAllEnds(
  stage: UpgradeStage,
  { key, eventCursor }: KnownStore,
  ended: readonly string[],
): Promise<readonly Check[]> {
  stage.endTasks();
  let fault: string | undefined;
  for (const label of ended) {
    await stage.untilStatus(key, label, 'SUCCEEDED').catch((error: unknown) => {
      fault ??= (error as Error).message;
    });
  }
  if (fault !== undefined) return [['live and queued tasks end', fault]];
  const last = `${ended.at(-1) ?? ''} SUCCEEDED`;
  const events = await stage.eventsAfter(key, eventCursor, last);
  const isOld = events.some((event) => event.startsWith(`${DONE} `));
  const isOnce = ended.every((label) => count(events, `${label} SUCCEEDED`) === 1);
  return [
    ['live and queued tasks end', undefined],
    [
      'a cursor of events leads on, each comes once',
      isOnce && !isOld ? undefined : events.join(', '),
    ],
  ];
}

/** What differs, undefined: nothing. */
export function difference(found: unknown, expected: unknown): string | undefined {
  if (isDeepStrictEqual(found, expected)) return undefined;
  return `${JSON.stringify(found)}, not ${JSON.stringify(expected)}`;
}

function count(events: readonly string[], event: string): number {
  return events.filter((each) => each === event).length;
}

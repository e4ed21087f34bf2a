import { join } from 'node:path';
import { ClosedRunway } from './closed-runway.js';
import {
  BOUGHT,
  checkAllEnds,
  checkNothingIsLost,
  difference,
  fillStore,
  LIVE,
  QUEUED,
  type Check,
  type KnownStore,
} from './filled-store.js';
import { paymentFault } from './payments.js';
import { runCommand, type Program } from './program.js';
import { OPERATOR_KEY, type UpgradeStage } from './upgrade-stage.js';

export interface Versions {
  readonly older: Program;
  readonly newer: Program;
}

/** Bought with the newer program, after the upgrade. */
const LATER = ['later', 'later too'] as const;
const LATER_QUEUED = 'later queued';

/** What an older program says of a store that has migrations beyond its own. */
const REFUSAL = /newer version|previously executed migration \S+ is missing/;

/** The newer program opens the store of the older one, and then the older one tries to. */
export async function upgradeInPlace(
  stage: UpgradeStage,
  { older, newer }: Versions,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const add = (...each: readonly Check[]): void => void checks.push(...each);
  await stage.start(older);
  const known = await fillStore(stage);
  await stage.stop();

  await stage.start(newer);
  add(['the newer program opens the store', undefined]);
  add(...(await checkNothingIsLost(stage, known)));
  add(...(await checkAllEnds(stage, known, [...LIVE, QUEUED])));
  add(['each task was paid once', paymentFault(stage.payments, BOUGHT)]);

  stage.holdTasks();
  for (const label of [...LATER, LATER_QUEUED]) await stage.buy(label, known.key);
  await stage.stop();
  const mustRefuse = older.migrations !== newer.migrations;
  if (mustRefuse) add(...(await checkRefusal(stage, older)));
  await stage.start(mustRefuse ? newer : older);
  if (!mustRefuse) add(['the older program, of the same schema, opens it too', undefined]);
  const { id } = await stage.buy(LATER[0], known.key);
  const later: KnownStore = { ...known, eventCursor: await stage.cursorOf(known.key, id) };
  add(...prefixed('then', await checkAllEnds(stage, later, [...LATER, LATER_QUEUED])));
  await stage.stop();
  const all = [...BOUGHT, ...LATER, LATER_QUEUED];
  add(['and so was each task of later', paymentFault(stage.payments, all)]);
  const verdict = await stage.command(newer, 'audit:verify');
  add(['the audit log is whole', verdict.includes('"whole"') ? undefined : verdict]);
  return checks;
}

/** An older program must not start on a store that a newer one has migrated, nor send anything. */
async function checkRefusal(stage: UpgradeStage, older: Program): Promise<readonly Check[]> {
  const runway = await ClosedRunway.open();
  try {
    const refusal = await stage.start(older, runway.url).then(
      () => 'it started',
      (error: unknown) => (error as Error).message,
    );
    if (refusal === 'it started') await stage.stop();
    return [
      [
        'the older program refuses what the newer one has migrated',
        REFUSAL.test(refusal) ? undefined : refusal,
      ],
      ['and sends nothing', runway.posts.length === 0 ? undefined : runway.posts.join(', ')],
    ];
  } finally {
    await runway.close();
  }
}

/**
 * A dump of the older program: taken back with it before the newer one has worked, carried over into
 * the newer one, and taken back after that one has worked.
 */
export async function upgradeByDump(
  stage: UpgradeStage,
  { older, newer }: Versions,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const add = (...each: readonly Check[]): void => void checks.push(...each);
  const dump = join(stage.folder, 'before.dump.gz');
  await stage.start(older);
  const known = await fillStore(stage);
  await stage.stop();
  await stage.command(older, 'store:dump', '--to', dump);

  // The newer one opens the folder, and neither accepts nor sends anything: all slots are taken.
  await stage.start(newer);
  await stage.stop();
  await restore(stage, older, dump, '--nothing-ran-since');
  await stage.start(older);
  add(...prefixed('back at once', await checkNothingIsLost(stage, known)));
  await stage.stop();
  const sent = BOUGHT.filter((label) => label !== QUEUED);
  add(['back at once: nothing was sent', paymentFault(stage.payments, sent)]);

  await restore(stage, newer, dump, '--nothing-ran-since');
  await stage.start(newer);
  add(...prefixed('the dump in the newer program', await checkNothingIsLost(stage, known)));
  add(
    ...prefixed(
      'the dump in the newer program',
      await checkAllEnds(stage, known, [...LIVE, QUEUED]),
    ),
  );
  await stage.buy(LATER[0], known.key);
  await stage.untilStatus(known.key, LATER[0], 'SUCCEEDED');
  await stage.stop();
  const paid = [...BOUGHT, LATER[0]];
  add([
    'the dump in the newer program: each task was paid once',
    paymentFault(stage.payments, paid),
  ]);

  add(...(await checkDumpOfNewer(stage, { older, newer })));
  await restore(stage, older, dump);
  await stage.start(older);
  add(...prefixed('back after work', await checkHeld(stage, known, paid)));
  await stage.stop();
  return checks;
}

/** What was queued in the dump has been sent since: it must be held, whatever its client does. */
async function checkHeld(
  stage: UpgradeStage,
  { key, ids }: KnownStore,
  paid: readonly string[],
): Promise<readonly Check[]> {
  for (const label of LIVE) await stage.untilStatus(key, label, 'SUCCEEDED');
  const { unconfirmedTasks } = await stage.ask<{
    readonly unconfirmedTasks: { readonly nodes: readonly { readonly task: { id: string } }[] };
  }>('{ unconfirmedTasks(first: 50) { nodes { task { id } } } }', {}, OPERATOR_KEY);
  const held = unconfirmedTasks.nodes.map(({ task }) => task.id);
  const { id, replayed } = await stage.buy(QUEUED, key);
  const fresh = 'bought after it';
  await stage.buy(fresh, key);
  await stage.untilStatus(key, fresh, 'SUCCEEDED');
  return [
    ['live tasks end', undefined],
    ['what was queued is UNCONFIRMED', difference(held, [ids[QUEUED]])],
    ['its key replays', replayed && id === ids[QUEUED] ? undefined : id],
    ['nothing was paid twice', paymentFault(stage.payments, [...paid, fresh])],
  ];
}

/** Only where the newer one has other migrations. */
async function checkDumpOfNewer(
  stage: UpgradeStage,
  { older, newer }: Versions,
): Promise<readonly Check[]> {
  if (older.migrations === newer.migrations) return [];
  const dump = join(stage.folder, 'after.dump.gz');
  await stage.command(newer, 'store:dump', '--to', dump);
  await stage.emptyStore();
  const { code, output } = await runCommand(
    older,
    stage.environment,
    ...['store:restore', '--from', dump],
  );
  await stage.command(newer, 'store:restore', '--from', dump);
  return [['the older program refuses a dump of the newer one', code === 1 ? undefined : output]];
}

/** Deletes the database and fills it from a dump. */
async function restore(
  stage: UpgradeStage,
  program: Program,
  dump: string,
  ...flags: readonly string[]
): Promise<void> {
  await stage.emptyStore();
  await stage.command(program, 'store:restore', '--from', dump, ...flags);
}

function prefixed(prefix: string, checks: readonly Check[]): readonly Check[] {
  return checks.map(([condition, fault]) => [`${prefix}: ${condition}`, fault]);
}

import { parseArgs } from 'node:util';
import type { Config } from '../../config/config.js';
import { dumpStore } from './dump-store.js';
import { markRestored } from './mark-restored.js';
import { moveStore, undoMove } from './move-store.js';
import { restoreStore } from './restore-store.js';

type Write = (line: string) => void;

/** `npm run store:dump`. */
export async function dumpCommand(config: Config, args: string[], write: Write): Promise<void> {
  const { values } = parseArgs({ args, options: { to: { type: 'string' } } });
  if (values.to === undefined) throw new Error('Name the file to write: --to store.dump.gz');
  const { rows, bytes, tasks } = await dumpStore(config, { to: values.to });
  write(
    `${values.to}: ${counted(rows, 'row')}, ${counted(tasks, 'task')}, ${counted(bytes, 'byte')}.`,
  );
  write('What the store encrypts is encrypted in it, too. Keep the encryption key apart from it.');
}

/** `npm run store:restore`. */
export async function restoreCommand(config: Config, args: string[], write: Write): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      'nothing-ran-since': { type: 'boolean', default: false },
    },
  });
  if (values.from === undefined) throw new Error('Name the file to read: --from store.dump.gz');
  const isNewest = values['nothing-ran-since'];
  const { rows, tasks, held, into } = await restoreStore(config, { from: values.from, isNewest });
  write(`${counted(rows, 'row')}, ${counted(tasks, 'task')} were restored into ${into}.`);
  if (held > 0) writeHeld(held, write);
}

/** `npm run store:restored`. */
export async function restoredCommand(config: Config, args: string[], write: Write): Promise<void> {
  parseArgs({ args, options: {} });
  const held = await markRestored(config);
  write('It is noted that the database was restored to an earlier time.');
  if (held > 0) writeHeld(held, write);
  else write('No task is QUEUED in it.');
  if (config.databaseUrl !== undefined)
    write('A gateway that runs now does not look at it: stop all of them, and then start them.');
}

function writeHeld(held: number, write: Write): void {
  write(`${counted(held, 'task')} QUEUED in the backup may have been sent since it was made.`);
  const what =
    held === 1 ? 'it UNCONFIRMED and does not send it' : 'them UNCONFIRMED and sends none';
  write(`The next gateway makes ${what}: docs/operating/backup.md.`);
}

/** `npm run store:move`. */
export async function moveCommand(config: Config, args: string[], write: Write): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      to: { type: 'string' },
      undo: { type: 'boolean', default: false },
      'target-is-gone': { type: 'boolean', default: false },
    },
  });
  const { to } = values;
  if (values.undo) {
    await undoMove(config, { to, isTargetGone: values['target-is-gone'] });
    write(`DATA_DIR ${config.dataDir} may be used again. Unset DATABASE_URL before you start.`);
    return;
  }
  const moved = await moveStore(config, { to });
  if (moved.again) write(`The store was moved to ${moved.to} before.`);
  else {
    const copied = `${counted(moved.rows, 'row')}, ${counted(moved.tasks, 'task')}`;
    write(`${copied} were moved to ${moved.to} and compared.`);
  }
  write('Set DATABASE_URL to it, leave DATA_DIR as it is (it holds keys), and start the gateway.');
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

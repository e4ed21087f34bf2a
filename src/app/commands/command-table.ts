import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Config } from '../../config/config.js';

/** What `npm run <name>` does instead of serving. */
export interface Command {
  /** What follows `npm run <name> --`; empty where it takes nothing. */
  readonly usage: string;
  readonly does: string;
  run(config: Config, args: string[]): Promise<void>;
}

async function createKeyCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      tenant: { type: 'string', default: 'default' },
      scopes: { type: 'string', default: '' },
      name: { type: 'string' },
    },
  });
  const { createKey } = await import('./create-key.js');
  const { key: stored, text } = await createKey(config, {
    tenant: values.tenant,
    scopes: values.scopes.split(',').filter((scope) => scope !== ''),
    name: values.name ?? null,
  });
  process.stderr.write(`Key ${stored.id} of tenant ${stored.tenantId}, shown this once:\n`);
  process.stdout.write(`${text}\n`);
}

async function accessReviewCommand(config: Config, args: string[]): Promise<void> {
  const options = { 'unused-days': { type: 'string', default: '90' } } as const;
  const { values } = parseArgs({ args, options });
  const { printedAccessReview } = await import('./access-review.js');
  process.stdout.write(await printedAccessReview(config, Number(values['unused-days'])));
}

async function verifyAuditCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { anchor: { type: 'string' } } });
  const { verifyAudit } = await import('./audit-commands.js');
  const verdict = await verifyAudit(config, { anchorFile: values.anchor });
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  if (verdict.kind === 'whole') return;
  const { position, id, why } = verdict;
  const record = id === null ? '' : ` (${id})`;
  process.stderr.write(`The audit log is broken at record ${String(position)}${record}: ${why}.\n`);
  process.exitCode = 1;
}

async function exportAuditCommand(config: Config): Promise<void> {
  const { exportAudit } = await import('./audit-commands.js');
  await exportAudit(config, async (line) => {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain');
  });
}

async function pruneAuditCommand(config: Config): Promise<void> {
  const { pruneAudit } = await import('./audit-commands.js');
  process.stdout.write(`${String(await pruneAudit(config))} records were deleted\n`);
}

async function rotateKeysCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      'data-keys': { type: 'boolean', default: false },
      'data-keys-before': { type: 'string' },
    },
  });
  const text = values['data-keys-before'];
  const before = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(before.getTime()))
    throw new Error(`--data-keys-before: ${text ?? ''} is no time.`);
  const isAsked = values['data-keys'] || text !== undefined;
  const { rotateKeys } = await import('./rotate-keys.js');
  const isComplete = await rotateKeys(config, {
    dataKeysBefore: isAsked ? before : undefined,
    write: (line) => process.stdout.write(`${line}\n`),
  });
  if (!isComplete) process.exitCode = 1;
}

/** A command of store-commands.ts, which is loaded when it is called. */
function storeCommand(name: 'dumpCommand' | 'restoreCommand' | 'restoredCommand' | 'moveCommand') {
  return async (config: Config, args: string[]): Promise<void> => {
    const commands = await import('./store-commands.js');
    await commands[name](config, args, (line) => process.stdout.write(`${line}\n`));
  };
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  'key:create': {
    usage: '--scopes SCOPE,… [--tenant ID] [--name NAME]',
    does: 'Makes an API key of a tenant (`default` unless another is named) and prints it once.',
    run: createKeyCommand,
  },
  'access-review': {
    usage: '[--unused-days DAYS]',
    does: 'Prints all keys, what they may do, and what of it was not used for so many days (90).',
    run: accessReviewCommand,
  },
  'keys:rotate': {
    usage: '[--data-keys] [--data-keys-before TIME]',
    does: 'Seals the data keys with the newest encryption key; with --data-keys also makes new data keys and seals all values anew.',
    run: rotateKeysCommand,
  },
  'audit:verify': {
    usage: '[--anchor FILE]',
    does: 'Checks the chain of the audit log, and that it still holds what an anchor names. Exit code 1: it is broken.',
    run: verifyAuditCommand,
  },
  'audit:export': {
    usage: '',
    does: 'Prints the audit log as JSON, a record a line.',
    run: exportAuditCommand,
  },
  'audit:prune': {
    usage: '',
    does: 'Deletes the records that are older than AUDIT_RETENTION_DAYS.',
    run: pruneAuditCommand,
  },
  'store:dump': {
    usage: '--to FILE',
    does: 'Writes the whole store to a file.',
    run: storeCommand('dumpCommand'),
  },
  'store:restore': {
    usage: '--from FILE [--nothing-ran-since]',
    does: 'Fills an empty store from such a file. What was QUEUED in it becomes UNCONFIRMED, unless nothing ran since it was written.',
    run: storeCommand('restoreCommand'),
  },
  'store:restored': {
    usage: '',
    does: 'Notes that the database was restored to an earlier time by other means: what is QUEUED in it becomes UNCONFIRMED.',
    run: storeCommand('restoredCommand'),
  },
  'store:move': {
    usage: '--to DATABASE_URL | --undo [--target-is-gone]',
    does: 'Copies the embedded store into Postgres and closes it, or takes that back.',
    run: storeCommand('moveCommand'),
  },
};

import type { Operation } from '../../src/operations/operation.js';
import { pascalCase } from './names.js';
import type { SdkMethodFacts } from './sdk.js';

/** The row that a method of the SDK would have. A person reads it before it is exposed. */
export interface ProposedRow {
  readonly field: string;
  readonly root: Operation['root'];
  readonly scope: string;
  readonly cost: number;
  readonly spends: boolean;
}

type Rows = Readonly<Record<string, Operation>>;

/** The file that `--write` writes proposals to. */
export const PROPOSALS_FILE = 'src/operations/not-yet-exposed.ts';

/** What a list, a read and a change weigh, as in the rows of the table. */
const COSTS = { read: 5, change: 20, spending: 100 };

/**
 * Proposes a row: the name is mechanical, root and cost follow from the REST verb, the scope is that of
 * a method of the same resource. What makes something new is taken to cost money.
 */
export function proposeRow(method: SdkMethodFacts, rows: Rows): ProposedRow {
  const action = method.name.split('.').at(-1) ?? '';
  const isRead = method.verb === 'GET' || /^(retrieve|list|get)/.test(action);
  const spends = method.verb === 'POST' && !isRead;
  return {
    field: proposedField(method.name),
    root: isRead ? 'Query' : 'Mutation',
    scope: scopeOf(method.name, isRead, rows),
    cost: isRead ? COSTS.read : spends ? COSTS.spending : COSTS.change,
    spends,
  };
}

/** `textToVideo.create` → `createTextToVideo`, `avatars.update` → `updateAvatar`. */
export function proposedField(method: string): string {
  const steps = method.split('.');
  const action = steps.at(-1) ?? '';
  const owner = steps.at(-2) ?? '';
  if (steps[0] === 'recipes') return `create${pascalCase(action)}`;
  if (steps[0] === 'generate') return `generate${pascalCase(owner)}`;
  if (action === 'list') return owner;
  const one = owner.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
  if (action === 'retrieve') return one;
  const [, read, what] = /^(retrieve|list|get)([A-Z]\w*)$/.exec(action) ?? [];
  return read === undefined ? `${action}${pascalCase(one)}` : `${one}${String(what)}`;
}

function scopeOf(method: string, isRead: boolean, rows: Rows): string {
  const [owner = ''] = method.split('.');
  const neighbours = Object.values(rows).filter(({ sdk }) =>
    sdk.some((name) => name.startsWith(`${owner}.`)),
  );
  const alike = neighbours.find(({ root }) => (root === 'Query') === isRead);
  if (alike !== undefined) return alike.scope;
  const kind = /(video|image|audio|speech|sound|voice)/i.exec(method.replace(/^.*To/, ''))?.[1];
  const kinds: Readonly<Record<string, string>> = {
    speech: 'audio',
    sound: 'audio',
    voice: 'audio',
  };
  const medium = kind?.toLowerCase();
  return medium === undefined ? 'operator' : `generate:${kinds[medium] ?? medium}`;
}

import { sample } from '../../support/load/sample.js';
import { callAs, requiredIn, thingAt } from './calls.js';
import { slotsOf, type RootField, type Slot } from './graph-slots.js';
import type { Place } from './matrix.js';
import { KINDS, unusedName, type Thing, type Things } from './things.js';
import { pathsOf, withText, type Variables } from './variables.js';

/** Of so many texts that do not name the other tenant's thing, a sample tries one. */
const TEXTS_A_SAMPLE = 12;

/** One slot of a field, with everything else as its caller may send it. */
export interface Attempt {
  readonly slot: Slot;
  /** Whether the caller has nothing of what else must be named, so that that is missing first. */
  readonly lacks: boolean;
  /** The call with a name that does not exist. */
  readonly missing: Variables;
  /** The same call with names of another tenant's things, and with texts that are no names. */
  readonly others: readonly Variables[];
}

/** Things that have the same ids: a conversation has that of its live session. */
const FAMILIES: readonly (readonly Thing[])[] = [
  ['task', 'liveTask', 'endedTask'],
  ['avatarConversation', 'realtimeSession'],
];

const IDS: readonly Thing[] = [
  'task',
  'runwayTask',
  ...KINDS,
  'routerSlug',
  'image',
  'label',
  'tenant',
  'apiKey',
  'taskCursor',
];

/** Texts that are no ids, and almost the given id. Refused text: see odd-text.test.ts. */
function malformed(id: string): string[] {
  return [
    '',
    ' ',
    '0',
    'null',
    '../tasks',
    "' or 1=1 --",
    '%00',
    '\ud83d\udca5',
    'x'.repeat(1_000),
    ` ${id}`,
    `${id} `,
    `${id}/`,
    id.toUpperCase(),
  ];
}

/**
 * What a caller who has `own` can try at a field to get at what its owner calls `theirs`: something at
 * each slot but an idempotency key of its own. Throws where a slot would go untried.
 */
export function attemptsAt(
  field: RootField,
  place: Place,
  own: Things,
  theirs: Things,
): readonly Attempt[] {
  return slotsOf(field).flatMap((slot) => {
    if (place.names?.[slot.path] === 'ownKey') return [];
    const { call, thing, lacks } = aimAt(field, place, slot, own, theirs);
    const name = theirs[thing];
    if (name === undefined) throw new Error(`${field.name}: nothing to name at ${slot.path}`);
    const texts = isId(slot) ? [...strangers(thing, own, theirs), ...malformed(name)] : [];
    const names = [
      name,
      ...outputsAt(slot, theirs),
      ...sample(texts, TEXTS_A_SAMPLE, `${field.name} ${slot.path}`),
    ];
    const attempts = (['first', 'last'] as const).map((which): Attempt => {
      const filled = (text: string): Variables => withText(call, slot.path, text, which);
      return { slot, lacks, missing: filled(unusedName(name)), others: names.map(filled) };
    });
    return hasSeveral(call, slot) ? attempts : attempts.slice(0, 1);
  });
}

/** What another tenant's task has made, or would have: the answer is that to a missing upload. */
function outputsAt({ type }: Slot, { task }: Things): readonly string[] {
  return type === 'media' && task !== undefined ? [`gateway://outputs/${task}.0`] : [];
}

/** Whether the last entry of a list that has the slot is another than the first. */
function hasSeveral(call: Variables, slot: Slot): boolean {
  return pathsOf(call).filter(({ path }) => path === slot.path).length > 1;
}

function isId({ type, path }: Slot): boolean {
  return type === 'id' && !path.startsWith('filter.');
}

/** The call in which the slot stands, and what is named there. */
function aimAt(
  field: RootField,
  place: Place,
  { path, type }: Slot,
  own: Things,
  theirs: Things,
): { readonly call: Variables; readonly thing: Thing; readonly lacks: boolean } {
  const { names = {}, calls = [{}] } = place;
  const named = names[path];
  if (named === 'ownKey') throw new Error(`${path} names no tenant's thing`);
  const [first = {}] = calls;
  const shown = calls.find((call) => pathsOf(call).some((one) => one.path === path));
  const text = pathsOf(shown ?? {}).find((one) => one.path === path)?.text ?? '';
  const thing = named ?? thingAt(type, text) ?? 'image';
  // Where the caller lacks another thing that must be named, the call names one that does not exist.
  const lacked = Object.entries(theirs).map(([other, name]) => [other, unusedName(name)]);
  const known = { ...(Object.fromEntries(lacked) as Things), ...own };
  const others = requiredIn(field, names).filter((required) => required !== path);
  const call = callAs(field, place, shown ?? first, known, others);
  if (call === undefined) throw new Error(`${field.name} cannot be called to try ${path}`);
  const lacks = others.some((required) => !isHeld(names[required], own));
  return { call, thing, lacks };
}

/** The caller's own things of other kinds, and the names by which Runway knows tasks. */
function strangers(thing: Thing, own: Things, theirs: Things): string[] {
  const family = FAMILIES.find((members) => members.includes(thing)) ?? [thing];
  const others = IDS.filter((other) => !family.includes(other)).flatMap(
    (other) => own[other] ?? [],
  );
  return [...others, ...(theirs.runwayTask === undefined ? [] : [theirs.runwayTask])];
}

function isHeld(named: Thing | 'ownKey' | undefined, own: Things): boolean {
  return named === undefined || named === 'ownKey' || own[named] !== undefined;
}

import { callAs, thingAt } from './calls.js';
import { slotsOf, type RootField, type Slot } from './graph-slots.js';
import type { Place } from './matrix.js';
import { nobodys, type Thing, type Things } from './things.js';
import { pathsOf, withText, type Variables } from './variables.js';

/** One slot of a field, with everything else as its caller may send it. */
export interface Attempt {
  readonly slot: Slot;
  /** The call that names what nobody has. */
  readonly nobodys: Variables;
  /** The same calls that name what somebody else has, or what can be no such thing at all. */
  readonly others: readonly Variables[];
}

/** Things that have the same ids: a conversation has that of its live session. */
const FAMILIES: readonly (readonly Thing[])[] = [
  ['task', 'liveTask', 'endedTask'],
  ['avatarConversation', 'realtimeSession'],
];

const IDS = [
  'task',
  'runwayTask',
  'avatar',
  'avatarConversation',
  'document',
  'realtimeSession',
  'router',
  'routerSlug',
  'voice',
  'workflow',
  'image',
  'label',
  'tenant',
  'apiKey',
  'taskCursor',
] as const satisfies readonly Thing[];

/** No ids at all, and almost that of somebody. */
function malformed(id: string): string[] {
  return [
    '',
    ' ',
    '0',
    'null',
    '../tasks',
    "' or 1=1 --",
    '%00',
    '\u0000',
    '\ud83d\udca5',
    'x'.repeat(5_001),
    ` ${id}`,
    `${id} `,
    `${id}/`,
    `${id}\u0000`,
    id.toUpperCase(),
  ];
}

/** What a caller who has `own` can try at a field to get at what its owner calls `theirs`. */
export function attemptsAt(
  field: RootField,
  place: Place,
  own: Things,
  theirs: Things,
): readonly Attempt[] {
  return slotsOf(field).flatMap((slot) => {
    const aim = aimAt(field, place, slot, own);
    const name = aim === undefined ? undefined : theirs[aim.thing];
    if (aim === undefined || name === undefined) return [];
    const { call, thing } = aim;
    const names = isId(slot)
      ? [name, ...strangers(thing, own, theirs), ...malformed(name)]
      : [name];
    const filled = (text: string): Variables => withText(call, slot.path, text);
    const attempt = { slot, nobodys: filled(nobodys(name)), others: names.map(filled) };
    return canRunDry(field) ? [attempt, dry(attempt)] : [attempt];
  });
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
): { readonly call: Variables; readonly thing: Thing } | undefined {
  const { names = {}, calls = [{}] } = place;
  const named = names[path];
  if (named === 'ownKey') return undefined;
  const [first = {}] = calls;
  const shown = calls.find((call) => pathsOf(call).some((one) => one.path === path));
  const text = pathsOf(shown ?? {}).find((one) => one.path === path)?.text ?? '';
  const thing = named ?? thingAt(type, text) ?? 'image';
  const call = callAs(field, place, shown ?? first, own);
  return call === undefined ? undefined : { call, thing };
}

/** The caller's own things of other kinds, and the names by which Runway knows tasks. */
function strangers(thing: Thing, own: Things, theirs: Things): string[] {
  const family = FAMILIES.find((members) => members.includes(thing)) ?? [thing];
  const others = IDS.filter((other) => !family.includes(other)).flatMap(
    (other) => own[other] ?? [],
  );
  return [...others, ...(theirs.runwayTask === undefined ? [] : [theirs.runwayTask])];
}

function canRunDry({ field }: RootField): boolean {
  return field.args.some(({ name }) => name === 'dryRun');
}

function dry({ slot, nobodys: call, others }: Attempt): Attempt {
  const run = (one: Variables): Variables => ({ ...one, dryRun: true });
  return { slot, nobodys: run(call), others: others.map(run) };
}

const DAY_MS = 86_400_000;

/** What usage is read of: a row of the query `usage`. */
export interface UsageRow {
  readonly day: string | null;
  readonly model: string | null;
  readonly subject: string | null;
  readonly tasks: number;
  readonly reserved: number;
  readonly spent: number;
}

export interface Spending {
  readonly name: string;
  readonly tasks: number;
  readonly reserved: number;
  readonly spent: number;
}

export interface Period {
  /** The first day. */
  readonly from: string;
  /** The day after the last one. */
  readonly before: string;
}

/** The last so many UTC days, today included. */
export function lastDays(days: number, now: Date): Period {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return { from: dayAt(today - (days - 1) * DAY_MS), before: dayAt(today + DAY_MS) };
}

/** One entry for each day of the period, oldest first, also where nothing was spent. */
export function byDay(rows: readonly UsageRow[], { from, before }: Period): readonly Spending[] {
  const sums = sumsBy(rows, ({ day }) => day ?? '');
  const entries: Spending[] = [];
  for (let at = Date.parse(from); at < Date.parse(before); at += DAY_MS) {
    const name = dayAt(at);
    entries.push(sums.get(name) ?? { name, tasks: 0, reserved: 0, spent: 0 });
  }
  return entries;
}

/** The names that most was spent on, the highest first; all others together as the last entry. */
export function highest(
  rows: readonly UsageRow[],
  nameOf: (row: UsageRow) => string,
  max: number,
): readonly Spending[] {
  const all = [...sumsBy(rows, nameOf).values()].toSorted(
    (one, other) => creditsOf(other) - creditsOf(one) || one.name.localeCompare(other.name),
  );
  if (all.length <= max) return all;
  const rest = all.slice(max - 1);
  const others = rest.reduce(added, { name: `${String(rest.length)} others`, ...NOTHING });
  return [...all.slice(0, max - 1), others];
}

export function total(entries: readonly Omit<Spending, 'name'>[]): Omit<Spending, 'name'> {
  const { tasks, reserved, spent } = entries.reduce<Spending>(
    (sum, entry) => added(sum, { name: '', ...entry }),
    { name: '', ...NOTHING },
  );
  return { tasks, reserved, spent };
}

/** All that a chart shows of an entry. */
export function creditsOf({ reserved, spent }: Omit<Spending, 'name'>): number {
  return reserved + spent;
}

const NOTHING = { tasks: 0, reserved: 0, spent: 0 };

function sumsBy(
  rows: readonly UsageRow[],
  nameOf: (row: UsageRow) => string,
): ReadonlyMap<string, Spending> {
  const sums = new Map<string, Spending>();
  for (const row of rows) {
    const name = nameOf(row);
    const { tasks, reserved, spent } = row;
    sums.set(name, added(sums.get(name) ?? { name, ...NOTHING }, { name, tasks, reserved, spent }));
  }
  return sums;
}

function added(sum: Spending, more: Spending): Spending {
  return {
    name: sum.name,
    tasks: sum.tasks + more.tasks,
    reserved: sum.reserved + more.reserved,
    spent: sum.spent + more.spent,
  };
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

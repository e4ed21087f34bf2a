import {
  byDay,
  creditsOf,
  highest,
  lastDays,
  total,
  type UsageRow,
} from '../../../../web/src/money/spending.js';

const row = (change: Partial<UsageRow>): UsageRow => ({
  day: null,
  model: null,
  subject: null,
  tasks: 1,
  reserved: 0,
  spent: 0,
  ...change,
});

describe('spending', () => {
  it('is asked for whole UTC days, today included', () => {
    const now = new Date('2026-03-01T23:59:59Z');
    expect(lastDays(1, now)).toEqual({ from: '2026-03-01', before: '2026-03-02' });
    expect(lastDays(30, now)).toEqual({ from: '2026-01-31', before: '2026-03-02' });
  });

  it('has an entry for each day, also without a task', () => {
    const rows = [
      row({ day: '2026-03-02', spent: 5 }),
      row({ day: '2026-03-02', model: 'x', reserved: 2 }),
      row({ day: '2026-02-28', spent: 1 }),
    ];
    expect(byDay(rows, { from: '2026-02-28', before: '2026-03-03' })).toEqual([
      { name: '2026-02-28', tasks: 1, reserved: 0, spent: 1 },
      { name: '2026-03-01', tasks: 0, reserved: 0, spent: 0 },
      { name: '2026-03-02', tasks: 2, reserved: 2, spent: 5 },
    ]);
  });

  it('shows the highest names, and the others as one that loses no credit', () => {
    const rows = [1, 2, 3, 4, 5].map((spent) => row({ model: `m${String(spent)}`, spent }));
    const shown = highest(rows, ({ model }) => model ?? 'none', 3);
    expect(shown.map(({ name, spent }) => [name, spent])).toEqual([
      ['m5', 5],
      ['m4', 4],
      ['3 others', 6],
    ]);
    expect(total(shown)).toEqual(total(rows));
    expect(highest(rows, () => 'all', 3)).toEqual([
      { name: 'all', tasks: 5, reserved: 0, spent: 15 },
    ]);
  });

  it('counts what is set aside with what is spent', () => {
    expect(creditsOf({ tasks: 1, reserved: 2, spent: 3 })).toBe(5);
    expect(total([])).toEqual({ tasks: 0, reserved: 0, spent: 0 });
  });
});

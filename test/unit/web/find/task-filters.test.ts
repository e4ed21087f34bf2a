import {
  isFiltered,
  isWithin,
  NO_FILTERS,
  readFilters,
  toFilterInput,
  toggled,
  writeFilters,
  type TaskFilters,
} from '../../../../web/src/find/task-filters.js';

const ALL: TaskFilters = {
  statuses: ['FAILED', 'RUNNING'],
  operations: ['CREATE_TEXT_TO_VIDEO'],
  models: ['gen4.5'],
  labels: ['spring & summer', 'été'],
  from: '2026-01-30',
  to: '2026-01-31',
};

const TASK = {
  status: 'RUNNING',
  operation: 'CREATE_TEXT_TO_VIDEO',
  model: 'gen4.5',
  label: 'été',
  createdAt: '2026-01-31T23:59:59.999Z',
} as const;

describe('the filters of the task list', () => {
  it('come back from the address that they were written to', () => {
    expect(readFilters(writeFilters(ALL))).toEqual(ALL);
    expect(readFilters(writeFilters(NO_FILTERS))).toEqual(NO_FILTERS);
    expect(writeFilters(NO_FILTERS)).toBe('');
    expect([isFiltered(ALL), isFiltered(NO_FILTERS)]).toEqual([true, false]);
  });

  it.each([
    ['an unknown status', '?status=LOST'],
    ['an operation of another form', '?operation=x%20y'],
    ['an empty label', '?label='],
    ['a label that the gateway would refuse', `?label=${'x'.repeat(101)}`],
    ['a day of another form', '?from=yesterday'],
    ['a day that is none', '?to=2026-13-45'],
    ['another name', '?page=2'],
  ])('are read without %s', (_what, search) => {
    expect(readFilters(search)).toEqual(NO_FILTERS);
  });

  it('are read once each, and at most as many as the gateway takes', () => {
    const labels = Array.from({ length: 60 }, (_, at) => `label=l${String(at)}`).join('&');
    const read = readFilters(`?${labels}&status=FAILED&status=FAILED`);
    expect(read.statuses).toEqual(['FAILED']);
    expect(read.labels).toHaveLength(50);
  });

  it('are given to the gateway with the last day included', () => {
    expect(toFilterInput(ALL)).toEqual({
      statuses: ['FAILED', 'RUNNING'],
      operations: ['CREATE_TEXT_TO_VIDEO'],
      models: ['gen4.5'],
      labels: ['spring & summer', 'été'],
      createdFrom: '2026-01-30T00:00:00.000Z',
      createdBefore: '2026-02-01T00:00:00.000Z',
    });
    expect(toFilterInput(NO_FILTERS)).toEqual({});
  });

  it('tell whether a task belongs into the list as the gateway would', () => {
    expect(isWithin(ALL, TASK)).toBe(true);
    expect(isWithin(NO_FILTERS, { ...TASK, model: null, label: null })).toBe(true);
    for (const change of [
      { status: 'SUCCEEDED' as const },
      { operation: 'CREATE_VOICE' as const },
      { model: null },
      { label: 'other' },
      { createdAt: '2026-01-29T23:59:59.999Z' },
      { createdAt: '2026-02-01T00:00:00.000Z' },
    ]) {
      expect(isWithin(ALL, { ...TASK, ...change })).toBe(false);
    }
  });

  it('are ticked and unticked', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

import {
  emptyList,
  withoutTask,
  withPage,
  withTask,
  type PagedList,
} from '../../../../web/src/find/paged-list.js';

interface Task {
  readonly id: string;
  readonly createdAt: string;
  readonly status?: string;
}

const at = (id: string, second: number): Task => ({
  id,
  createdAt: `2026-01-01T00:00:0${String(second)}.000Z`,
});

function listOf(...tasks: Task[]): PagedList<Task> {
  return { tasks, endCursor: 'c', hasMore: true };
}

const idsOf = ({ tasks }: PagedList<Task>): string => tasks.map(({ id }) => id).join('');

describe('the list of tasks', () => {
  it('grows by pages, without the tasks that it has', () => {
    const one = withPage(emptyList<Task>(), {
      nodes: [at('c', 3), at('b', 2)],
      pageInfo: { hasNextPage: true, endCursor: 'b' },
    });
    expect(one).toMatchObject({ endCursor: 'b', hasMore: true });
    const two = withPage(one, {
      nodes: [at('b', 2), at('a', 1)],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    expect(idsOf(two)).toBe('cba');
    expect(two).toMatchObject({ endCursor: 'b', hasMore: false });
  });

  it('takes a new task in at its place, by time and then by id', () => {
    const list = listOf(at('d', 4), at('b', 2));
    expect(idsOf(withTask(list, at('e', 5), true))).toBe('edb');
    expect(idsOf(withTask(list, at('c', 3), true))).toBe('dcb');
    expect(idsOf(withTask(list, at('c', 2), true))).toBe('dcb');
    expect(idsOf(withTask(list, at('a', 4), true))).toBe('dab');
  });

  it('leaves out what is further back than it was read, and appends it where all was read', () => {
    const list = listOf(at('b', 2));
    expect(idsOf(withTask(list, at('a', 1), true))).toBe('b');
    expect(idsOf(withTask({ ...list, hasMore: false }, at('a', 1), true))).toBe('ba');
    expect(idsOf(withTask({ ...emptyList<Task>(), hasMore: false }, at('a', 1), true))).toBe('a');
  });

  it('shows a changed task where it is, and drops one that no longer belongs', () => {
    const list = listOf(at('b', 2), at('a', 1));
    const changed = withTask(list, { ...at('a', 1), status: 'FAILED' }, true);
    expect(changed.tasks[1]).toMatchObject({ id: 'a', status: 'FAILED' });
    expect(idsOf(withTask(list, at('a', 1), false))).toBe('b');
    expect(withTask(list, at('x', 1), false)).toBe(list);
    expect(idsOf(withoutTask(list, 'b'))).toBe('a');
  });
});

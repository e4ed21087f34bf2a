import {
  isSettled,
  newestFirst,
  withoutTask,
  withTasks,
  type Task,
} from '../../../web/src/tasks/task-list.js';

function aTask(
  id: string,
  status: Task['status'],
  progress = 0,
  createdAt = '2026-01-01T00:00:00Z',
) {
  return { id, status, progress, createdAt } as Task;
}

describe('the studio’s tasks', () => {
  it('do not fall behind by an answer that was overtaken', () => {
    const known = withTasks(new Map(), [aTask('a', 'RUNNING', 0.5)], true);
    const older = withTasks(known, [aTask('a', 'PENDING')], false);
    expect(older.get('a')?.status).toBe('RUNNING');
    const settled = withTasks(older, [aTask('a', 'SUCCEEDED', 1)], false);
    expect(withTasks(settled, [aTask('a', 'RUNNING', 0.9)], false).get('a')?.status).toBe(
      'SUCCEEDED',
    );
  });

  it('follow events, also back to life when an operator corrects one', () => {
    const known = withTasks(new Map(), [aTask('a', 'FAILED')], true);
    expect(withTasks(known, [aTask('a', 'PENDING')], true).get('a')?.status).toBe('PENDING');
  });

  it('are listed newest first, without those that were removed', () => {
    const tasks = [
      aTask('a', 'QUEUED', 0, '2026-01-01T00:00:01Z'),
      aTask('b', 'QUEUED', 0, '2026-01-01T00:00:03Z'),
      aTask('c', 'QUEUED', 0, '2026-01-01T00:00:02Z'),
    ];
    const known = withoutTask(withTasks(new Map(), tasks, false), 'c');
    expect(newestFirst(known).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('that are UNCONFIRMED have not settled', () => {
    expect(isSettled(aTask('a', 'UNCONFIRMED'))).toBe(false);
    expect(isSettled(aTask('a', 'CANCELLED'))).toBe(true);
  });
});

import { followKnown } from '../../../../web/src/find/known-tasks.js';
import { toCardTask, type ToldTask } from '../../../../web/src/find/listed-task.js';
import { aTask } from './a-task.js';

describe('the tasks that the page knows', () => {
  it('are told once, then when they change or go, until the list is left', () => {
    const listeners = new Set<() => void>();
    const store = {
      state: { tasks: new Map<string, ToldTask>([['a', aTask('a')]]) },
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const told: (string | undefined)[][] = [];
    const unfollow = followKnown(store, toCardTask, (id, task) => told.push([id, task?.status]));
    const put = (...tasks: ToldTask[]): void => {
      store.state = { tasks: new Map(tasks.map((task) => [task.id, task])) };
      for (const listener of listeners) listener();
    };
    const [a] = store.state.tasks.values();
    put(...(a === undefined ? [] : [a]), { ...aTask('b'), status: 'RUNNING' });
    put(aTask('b'));
    unfollow();
    put(aTask('c'));
    expect(told).toEqual([
      ['a', 'SUCCEEDED'],
      ['b', 'RUNNING'],
      ['b', 'SUCCEEDED'],
      ['a', undefined],
    ]);
  });
});

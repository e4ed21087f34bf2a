import { KeptReaders } from '../../../../web/src/find/kept-readers.js';
import { toCardTask, type CardTask } from '../../../../web/src/find/listed-task.js';
import type { ListPage } from '../../../../web/src/find/paged-list.js';
import { ListReader } from '../../../../web/src/find/list-reader.js';
import { aTask } from './a-task.js';

type Page = ListPage<CardTask>;

const cardAt = (id: string, second: number): CardTask =>
  toCardTask({ ...aTask(id), createdAt: `2026-01-01T00:00:0${String(second)}.000Z` });

/** A source whose pages are answered by hand. */
class Source {
  readonly asked: (string | null)[] = [];
  refuse: (reason: Error) => void = () => undefined;
  #answer: (page: Page) => void = () => undefined;
  onChange: (id: string, task: CardTask | undefined) => void = () => undefined;
  isFollowed = false;

  readonly readPage = (after: string | null): Promise<Page> => {
    this.asked.push(after);
    return new Promise((resolve, reject) => {
      this.#answer = resolve;
      this.refuse = reject;
    });
  };

  readonly follow = (onChange: Source['onChange']): (() => void) => {
    this.onChange = onChange;
    this.isFollowed = true;
    return () => {
      this.isFollowed = false;
    };
  };

  readonly belongs = ({ status }: CardTask): boolean => status !== 'FAILED';

  async answer(tasks: readonly CardTask[], next: string | null): Promise<void> {
    this.#answer({ nodes: tasks, pageInfo: { hasNextPage: next !== null, endCursor: next } });
    await Promise.resolve();
  }
}

const idsOf = (reader: ListReader): string =>
  reader
    .snapshot()
    .list.tasks.map(({ id }) => id)
    .join('');

describe('the reader of a task list', () => {
  it('reads one page at a time, each from where the last one ended, until there is none', async () => {
    const source = new Source();
    const reader = new ListReader(source);
    reader.loadMore();
    reader.loadMore();
    expect(reader.snapshot().isLoading).toBe(true);
    await source.answer([cardAt('c', 3)], 'after-c');
    reader.loadMore();
    await source.answer([cardAt('b', 2)], null);
    reader.loadMore();
    expect(source.asked).toEqual([null, 'after-c']);
    expect(idsOf(reader)).toBe('cb');
    expect(reader.snapshot()).toMatchObject({ isLoading: false, error: null });
  });

  it('stops at a page that fails, and goes on from there when asked', async () => {
    const source = new Source();
    const reader = new ListReader(source);
    reader.loadMore();
    const error = new Error('away');
    source.refuse(error);
    await Promise.resolve();
    expect(reader.snapshot()).toMatchObject({ isLoading: false, error });
    reader.loadMore();
    expect(source.asked).toHaveLength(1);
    reader.retry();
    await source.answer([cardAt('a', 1)], null);
    expect(idsOf(reader)).toBe('a');
    expect(reader.snapshot().error).toBeNull();
  });

  it('follows changes: new tasks come in, tasks that no longer belong and deleted ones go', async () => {
    const source = new Source();
    const reader = new ListReader(source);
    let changes = 0;
    const unsubscribe = reader.subscribe(() => (changes += 1));
    reader.loadMore();
    await source.answer([cardAt('b', 2), cardAt('a', 1)], null);
    source.onChange('c', cardAt('c', 3));
    expect(idsOf(reader)).toBe('cba');
    source.onChange('b', { ...cardAt('b', 2), status: 'FAILED' });
    source.onChange('a', undefined);
    expect(idsOf(reader)).toBe('c');
    reader.remove('c');
    expect(idsOf(reader)).toBe('');
    expect(changes).toBe(6);
    expect(source.isFollowed).toBe(true);
    unsubscribe();
    expect(source.isFollowed).toBe(false);
  });
});

describe('readers that are kept for the way back', () => {
  it('are the last four', () => {
    const kept = new KeptReaders<{ readonly name: string }>();
    const get = (name: string) => kept.get(name, () => ({ name }));
    const [first, second] = [get('a'), get('b')];
    for (const name of ['c', 'd', 'a', 'e']) get(name);
    expect(get('a')).toBe(first);
    expect(get('b')).not.toBe(second);
    expect(kept.all.map(({ name }) => name)).toEqual(['d', 'e', 'a', 'b']);
  });
});

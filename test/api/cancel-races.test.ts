import {
  CancelTaskDocument,
  DeleteTaskDocument,
  TaskDocument,
  TaskUpdatedDocument,
  ViewerBudgetDocument,
  type TaskStatus,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { drain, openStream } from '../support/client/streams.js';
import { codesOf, createVideo, postsTo } from '../support/client/tasks.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

/** 5 s of gen4.5, on which Runway works 8 s. */
const CREDITS = 60;

const SETTLED: readonly TaskStatus[] = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

interface Row {
  readonly moment: string;
  readonly ageMs: number;
  /** As what the task may end; two where nothing says who is first. */
  readonly ends: readonly TaskStatus[];
  /** How many of the deletions may succeed. */
  readonly removed: readonly number[];
}

const rows: readonly Row[] = [
  { moment: 'just bought', ageMs: 0, ends: ['CANCELLED'], removed: [0] },
  {
    moment: 'about to be read',
    ageMs: 4_995,
    ends: ['CANCELLED', 'SUCCEEDED'],
    removed: [0, 1],
  },
  { moment: 'about to complete', ageMs: 7_995, ends: ['SUCCEEDED'], removed: [0] },
  { moment: 'complete at Runway, unread', ageMs: 8_010, ends: ['SUCCEEDED'], removed: [0] },
  { moment: 'settled', ageMs: 15_000, ends: ['SUCCEEDED'], removed: [1] },
];

describe('cancelTask and deleteTask at once, while time passes, of a task that is', () => {
  const stage = useGateway();

  // Guarantee: one end, told once; a paid output goes only by deleteTask; it is charged once.
  it.each(rows)('F24: $moment', async ({ ageMs, ends, removed }) => {
    const { gateway, clock } = stage;
    const key = await gateway.keyOf(`age-${String(ageMs)}`, [
      'GENERATE_VIDEO',
      'TASK_READ',
      'TASK_CANCEL',
      'TASK_DELETE',
    ]);
    const { id } = await createVideo(gateway, {}, key);
    const stream = openStream(gateway.url, key, TaskUpdatedDocument, { id });
    const first = await stream.next();
    const story = drain(stream);
    await clock.advance(ageMs);

    const cancel = () => gateway.ask(CancelTaskDocument, { id }, key);
    const remove = () => gateway.ask(DeleteTaskDocument, { id }, key);
    const [cancels, removals] = await whileTimePasses(
      clock,
      Promise.all([Promise.all([cancel(), cancel()]), Promise.all([remove(), remove()])]),
      1,
    );
    const told = [first, ...(await whileTimePasses(clock, story))].map(
      (event) => event?.taskUpdated.task.status,
    );
    await stream.close();
    const end = told.at(-1);
    expect(ends).toContain(end);
    expect(told.filter((status) => status !== undefined && SETTLED.includes(status))).toEqual([
      end,
    ]);

    await clock.advance(30_000);
    const deletes = gateway.emulator.requests().filter(({ method }) => method === 'DELETE').length;
    const { data } = await gateway.ask(TaskDocument, { id }, key);
    const refused = [cancels, removals].map((answers) => answers.flatMap(codesOf));
    expect(['CONFLICT', 'NOT_FOUND']).toEqual(expect.arrayContaining(refused.flat()));
    const removedCount = removals.filter((answer) => codesOf(answer).length === 0).length;
    expect(removed).toContain(removedCount);
    if (removedCount === 1) {
      expect(deletes).toBeGreaterThanOrEqual(1);
      expect(data).toEqual({ task: null });
    } else {
      // Of two wishes the later may find the task settled.
      expect(refused[0]?.length).toBeLessThan(2);
      expect(refused[1]).toEqual(['CONFLICT', 'CONFLICT']);
      expect(deletes).toBe(end === 'CANCELLED' ? 1 : 0);
      expect(data?.task).toMatchObject({
        status: end,
        output: end === 'SUCCEEDED' ? [expect.anything()] : [],
      });
    }
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(1);
    const { viewer } = await gateway.data(ViewerBudgetDocument, {}, key);
    expect(viewer.budget[0]).toMatchObject({ reserved: 0, spent: CREDITS });
  });
});

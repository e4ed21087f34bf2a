import { eventCursors, taskCursors } from '../../../src/api/tasks/task-cursor.js';
import type { Task } from '../../../src/domain/task/task.js';
import { GatewayError } from '../../../src/errors.js';

const ID = '0b9f3c1e-6d0f-4c7e-9a55-1f2d3c4b5a69';

const task: Task = {
  id: ID,
  tenantId: 'acme',
  operation: 'createTextToVideo',
  model: 'gen4.5',
  label: null,
  state: { status: 'QUEUED', waitingFor: null },
  runwayAccount: 'default',
  runwayTaskId: null,
  runwayTaskKind: 'task',
  input: null,
  estimate: { credits: 1, source: 'PRICES' },
  cost: null,
  cancelRequestedAt: null,
  traceparent: null,
  createdAt: new Date('2026-02-03T04:05:06.789Z'),
  settledAt: null,
};

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function refusalOf(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return error instanceof GatewayError ? { code: error.code, issues: error.issues } : error;
  }
}

const REFUSED = {
  code: 'BAD_USER_INPUT',
  issues: [{ path: 'after', rule: 'cursor', message: expect.any(String) as string }],
};

describe('a cursor', () => {
  it('of a task leads back to its place', () => {
    expect(taskCursors.read(taskCursors.write(task))).toEqual({
      createdAt: task.createdAt,
      id: ID,
    });
  });

  it('of an event leads back to its number', () => {
    for (const number of [0, 1, 999_999_999_999_999]) {
      expect(eventCursors.read(eventCursors.write({ number }))).toEqual({ number });
    }
  });

  it.each([
    eventCursors.write({ number: 1 }),
    encode('task 1'),
    encode(`task -1 ${ID}`),
    encode(`task 1 ${ID} `),
    encode(`task 9999999999999999 ${ID}`),
    encode("task 1 ' or 1=1 --"),
    encode(`task 1 ${ID}`).slice(1),
    '',
  ])('of another kind or form is refused for tasks: %j', (cursor) => {
    expect(refusalOf(() => taskCursors.read(cursor))).toEqual(REFUSED);
  });

  it.each([
    taskCursors.write(task),
    encode('event'),
    encode('event -1'),
    encode('event 1.5'),
    encode('event 1e9'),
    '',
  ])('of another kind or form is refused for events: %j', (cursor) => {
    expect(refusalOf(() => eventCursors.read(cursor))).toEqual(REFUSED);
  });
});

import { TASK_STATUSES, type TaskState, type TaskStatus } from '../../../src/domain/task/task.js';
import { advance, withLastProgress } from '../../../src/domain/task/task-advance.js';

function aState(status: TaskStatus): TaskState {
  switch (status) {
    case 'QUEUED':
      return { status, waitingFor: null };
    case 'RUNNING':
      return { status, progress: 0.5, output: [] };
    case 'SUCCEEDED':
      return { status, output: [] };
    case 'FAILED':
      return { status, failure: { code: null, message: 'No.', retryable: false } };
    default:
      return { status };
  }
}

const SETTLED = ['SUCCEEDED', 'FAILED', 'CANCELLED'];
const FORWARD: Readonly<Record<TaskStatus, readonly string[]>> = {
  QUEUED: TASK_STATUSES,
  UNCONFIRMED: TASK_STATUSES,
  PENDING: ['PENDING', 'THROTTLED', 'RUNNING', ...SETTLED],
  THROTTLED: ['PENDING', 'THROTTLED', 'RUNNING', ...SETTLED],
  RUNNING: ['RUNNING', ...SETTLED],
  SUCCEEDED: [],
  FAILED: [],
  CANCELLED: [],
};

describe('advance', () => {
  it.each(TASK_STATUSES)('goes forward only from %s', (status) => {
    for (const next of TASK_STATUSES) {
      const current = aState(status);
      const read = aState(next);
      expect(advance(current, read)).toEqual(FORWARD[status].includes(next) ? read : current);
    }
  });

  it('never lets progress fall', () => {
    const current: TaskState = { status: 'RUNNING', progress: 0.5, output: [] };
    expect(advance(current, { ...current, progress: 0.25 })).toEqual(current);
    expect(advance(current, { ...current, progress: 0.75 })).toMatchObject({ progress: 0.75 });
  });
});

describe('withLastProgress', () => {
  it.each(TASK_STATUSES)(
    'keeps the progress of a task that becomes %s without an output',
    (status) => {
      const next = aState(status);
      const isKept = status === 'FAILED' || status === 'CANCELLED';
      const kept = withLastProgress(aState('RUNNING'), next);
      expect(kept).toEqual(isKept ? { ...next, progress: 0.5 } : next);
      expect(withLastProgress(kept, next)).toEqual(kept);
      expect(withLastProgress(aState('PENDING'), next)).toEqual(next);
    },
  );
});

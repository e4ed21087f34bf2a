import { adviceFor } from '../../../web/src/watch/failure-advice.js';
import { placeInQueue, waitingWords } from '../../../web/src/watch/waiting-words.js';

const at = (minute: number): string => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`;

describe('the words of Watch', () => {
  it('tell the place among one’s own waiting tasks, oldest first', () => {
    const tasks = [3, 1, 2, 4].map((minute) => ({
      id: `task-${String(minute)}`,
      status: minute === 4 ? 'RUNNING' : 'QUEUED',
      createdAt: at(minute),
    }));
    expect(placeInQueue('task-1', tasks)).toBe('1st of your 3 waiting tasks');
    expect(placeInQueue('task-2', tasks)).toBe('2nd of your 3 waiting tasks');
    expect(placeInQueue('task-3', tasks)).toBe('3rd of your 3 waiting tasks');
    expect(placeInQueue('task-4', tasks)).toBeUndefined();
    expect(placeInQueue('task-1', tasks.slice(1, 2))).toBe('Your only waiting task');
  });

  it('say who must act where waiting alone does not help', () => {
    expect(waitingWords('SLOT')).toContain('by itself');
    expect(waitingWords('TENANT_STOPPED')).toContain('operator');
  });

  it('say what to do about a failure, by the longest code that is known', () => {
    expect(adviceFor('SAFETY.INPUT', false).title).toBe('Stopped by moderation');
    expect(adviceFor('SAFETY.OUTPUT.IMAGE', false).title).toContain('withheld');
    expect(adviceFor('ASSET.INVALID', false).steps).toContain('Upload the file');
    expect(adviceFor('INPUT_GONE', false).steps).toContain('Nothing was charged');
    expect(adviceFor('SAFETYNET', false).title).toBe('It failed');
    expect(adviceFor(null, true).steps).toBe('Try the same request again.');
    expect(adviceFor('NEW.CODE', false).steps).toContain('Change the request');
  });
});

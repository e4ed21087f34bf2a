import {
  decisionKeyFor,
  SUBMISSION_DECISIONS,
  type SubmissionDecision,
} from '../../../src/domain/submission/submission-decisions.js';
import { aRefusal } from '../../support/runway/a-refusal.js';

const rows = Object.entries<SubmissionDecision>(SUBMISSION_DECISIONS);

// Guarantee: at most one POST per task that was not answered 4xx or a Runway-shaped 503.
describe('the decision table of a submission', () => {
  it.each(rows)('sends %s again only where Runway has not accepted it', (_key, row) => {
    const isUnaccepted = row.runway === 'NOT_ASKED' || row.runway === 'NOT_ACCEPTED';
    expect(row.sentAgain === 'NEVER' || isUnaccepted).toBe(true);
  });

  it.each(rows)('keeps %s queued exactly where it is sent again', (_key, row) => {
    expect(row.task === 'QUEUED').toBe(row.sentAgain !== 'NEVER');
  });

  it.each(rows)('makes %s unconfirmed exactly where a task may exist', (_key, row) => {
    expect(row.task === 'UNCONFIRMED').toBe(row.runway === 'MAYBE_ACCEPTED');
  });

  it.each(rows)('answers %s with an error only where Runway has refused it', (_key, row) => {
    if (row.waitingClient === 'TASK') return;
    expect(row).toMatchObject({ runway: 'NOT_ACCEPTED', task: 'FAILED', sentAgain: 'NEVER' });
  });

  it.each(rows)('holds the pool of %s only while its request waits too', (_key, row) => {
    expect(row.pool !== 'HELD' || row.sentAgain === 'AFTER_BACK_OFF').toBe(true);
  });

  it('keeps an id of Runway’s for as long as the process lives', () => {
    const kept = rows.filter(([, row]) => row.kept === 'FOR_EVER').map(([key]) => key);
    expect(kept).toEqual(['accepted']);
  });

  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'invalid'],
  ] as const)('finds the row of a %d', (status, key) => {
    expect(decisionKeyFor({ kind: 'refused', refusal: aRefusal({ status }) })).toBe(key);
  });

  it.each([
    [429, 'limited'],
    [503, 'busy'],
  ] as const)('finds the row of a %d of Runway’s', (status, key) => {
    const result = { kind: 'deferred', status, retryAfterMs: null, isDailyCap: false } as const;
    expect(decisionKeyFor(result)).toBe(key);
  });
});

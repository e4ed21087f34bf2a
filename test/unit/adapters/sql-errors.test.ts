import { DatabaseError } from 'pg';

import {
  retryConflicts,
  storeError,
  unavailable,
} from '../../../src/adapters/postgres/connection/sql-errors.js';
import { isStoreUnavailable } from '../../../src/errors.js';

function ofServer(code: string): Error {
  return Object.assign(new DatabaseError('told by the server', 1, 'error'), { code });
}

const ofSystem = (code: string): Error =>
  Object.assign(new Error(`read ${code}`), { code, syscall: 'read' });

describe('D25: an error of the store', () => {
  it.each([
    ['connection failure', '08006'],
    ['password changed', '28P01'],
    ['read-only server', '25006'],
    ['idle in transaction', '25P03'],
    ['conflict', '40001'],
    ['deadlock', '40P01'],
    ['disk full', '53100'],
    ['too many connections', '53300'],
    ['lock timeout', '55P03'],
    ['statement timeout', '57014'],
    ['shutdown', '57P01'],
    ['crash', '57P02'],
    ['starting up', '57P03'],
    ['I/O error', '58030'],
  ])('is STORE_UNAVAILABLE: %s', (_what, code) => {
    const cause = ofServer(code);
    expect(storeError(cause)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      retryAfterMs: 2_000,
      cause,
    });
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED'])(
    'is STORE_UNAVAILABLE: a socket’s %s',
    (code) => {
      expect(isStoreUnavailable(storeError(ofSystem(code)))).toBe(true);
    },
  );

  it.each(['Connection terminated unexpectedly', 'Query read timeout', 'PGlite is closed'])(
    'is STORE_UNAVAILABLE: %s',
    (message) => {
      expect(isStoreUnavailable(storeError(new Error(message)))).toBe(true);
    },
  );

  it.each([
    ofServer('23505'),
    ofServer('22021'),
    ofServer('42P01'),
    ofServer('XX000'),
    new RangeError('int8 does not fit a number'),
    new TypeError('undefined is not a function'),
  ])('is a defect of ours otherwise: %s', (error) => {
    expect(storeError(error)).toBe(error);
  });

  it('is wrapped once', () => {
    const error = unavailable(ofServer('57P01'));
    expect(unavailable(error)).toBe(error);
    expect(storeError(error)).toBe(error);
  });
});

describe('D25: what had to give way to others', () => {
  const failing = (times: number, error: Error) => {
    let runs = 0;
    const work = (): Promise<number> => {
      runs += 1;
      return runs <= times ? Promise.reject(error) : Promise.resolve(runs);
    };
    return { work, runs: () => runs };
  };

  it.each(['40001', '40P01'])('is run again (%s)', async (code) => {
    const { work } = failing(2, unavailable(ofServer(code)));
    expect(await retryConflicts(work)).toBe(3);
  });

  it('is an error after the third time', async () => {
    const { work, runs } = failing(9, unavailable(ofServer('40P01')));
    await expect(retryConflicts(work)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(runs()).toBe(3);
  });

  // Guarantee: what may have been committed is never run again.
  it.each([new Error('Connection terminated unexpectedly'), ofServer('57P01'), ofServer('40003')])(
    'is not run again by %s',
    async (error) => {
      const { work, runs } = failing(9, unavailable(error));
      await expect(retryConflicts(work)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(runs()).toBe(1);
    },
  );
});

import { failureOf } from '../../../src/domain/task/failure.js';

describe('failures', () => {
  it.each([
    ['SAFETY.INPUT.TEXT', 'SAFETY.INPUT', false],
    ['SAFETY.OUTPUT.VIDEO', 'SAFETY.OUTPUT', false],
    ['SAFETY', 'SAFETY', false],
    ['INPUT_PREPROCESSING.SAFETY.TEXT', 'INPUT_PREPROCESSING.SAFETY', false],
    ['INPUT_PREPROCESSING.INTERNAL', 'INPUT_PREPROCESSING.INTERNAL', true],
    ['INTERNAL.BAD_OUTPUT.01', 'INTERNAL.BAD_OUTPUT', false],
    ['INTERNAL', 'INTERNAL', true],
    ['ASSET.INVALID', 'ASSET.INVALID', false],
    ['THIRD_PARTY.UNAVAILABLE', 'THIRD_PARTY.UNAVAILABLE', true],
    ['BRAND.NEW.CODE', 'BRAND.NEW', false],
    ['INTERNALS', 'INTERNALS', false],
    [null, null, true],
    ['no code at all', null, true],
  ])('tell %s as %s', (runwayCode, code, retryable) => {
    const failure = failureOf(runwayCode);
    expect(failure).toMatchObject({ code, retryable });
    expect(failure.message).not.toBe('');
  });
});

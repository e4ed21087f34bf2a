import { momentText, spanText } from '../../../../web/src/find/when.js';
import { creditsFigure } from '../../../../web/src/money/credits-figure.js';

describe('times and credits, for people', () => {
  it('have a moment with its date and its time', () => {
    expect(momentText('2026-06-15T12:00:00.000Z')).toMatch(/Jun 15, 2026.*\d:00:00/);
  });

  it.each([
    [-5, '0 s'],
    [42_400, '42 s'],
    [60_000, '1 min'],
    [185_000, '3 min 5 s'],
    [7_800_000, '2 h 10 min'],
  ])('%d ms last %s', (ms, text) => {
    expect(spanText(ms)).toBe(text);
  });

  it.each([
    [0, '0'],
    [1_250.126, '1,250.13'],
  ])('%d credits are %s', (credits, text) => {
    expect(creditsFigure(credits)).toBe(text);
  });
});

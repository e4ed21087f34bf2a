import { cardsOfRow, columnsIn, rowsFor } from '../../../../web/src/find/grid-rows.js';

describe('the rows of the gallery', () => {
  it.each([
    [1000, 240, 16, 3],
    [1008, 240, 16, 4],
    [100, 240, 16, 1],
    [0, 240, 16, 1],
  ])('%i px hold so many cards of %i px with gaps of %i px', (width, card, gap, columns) => {
    expect(columnsIn(width, card, gap)).toBe(columns);
  });

  it('hold every card once', () => {
    const cards = [1, 2, 3, 4, 5, 6, 7];
    const rows = Array.from({ length: rowsFor(cards.length, 3) }, (_, row) =>
      cardsOfRow(cards, row, 3),
    );
    expect(rows).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(rowsFor(0, 3)).toBe(0);
  });
});

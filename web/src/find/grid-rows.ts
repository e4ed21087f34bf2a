/** How many cards of at least `cardWidth` fit beside each other, at least one. */
export function columnsIn(width: number, cardWidth: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (cardWidth + gap)));
}

/** How many rows of so many columns hold so many cards. */
export function rowsFor(cards: number, columns: number): number {
  return Math.ceil(cards / columns);
}

/** The cards of one row. */
export function cardsOfRow<Card>(
  cards: readonly Card[],
  row: number,
  columns: number,
): readonly Card[] {
  return cards.slice(row * columns, (row + 1) * columns);
}

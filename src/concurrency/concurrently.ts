/**
 * Runs `work` for every item of a list, at most `limit` at once. Rejects with the first failure. For work
 * that arrives one by one, see BoundedWork.
 */
export async function concurrently<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  // Shared: each worker takes the next free item.
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

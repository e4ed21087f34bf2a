/** For a task that was never sent, or provably not accepted. */
export const CANCELLED = { state: { status: 'CANCELLED' }, cost: 0 } as const;

/** How many suites run at once; without a machine, on this one. */
export function workersOf(machine?: { readonly cores?: number; readonly bytes?: number }): number;

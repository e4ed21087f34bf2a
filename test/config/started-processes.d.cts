/** For a program of its own: what it has started ends with it, also when a signal ends it. */
export function killStartedWithThisProcess(): void;

/** 5 s: Runway does not update a task more often. Source: sdk-node, src/resources/tasks.ts. */
export const READ_INTERVAL_MS = 5_000;

import type { RecordedRequest } from '../../src/emulator/control/recorded-requests.js';

const TASK_PATH = /^\/v1\/tasks\/[^/]+$/;

/** The shortest time between two reads of one task, over all nodes; Infinity when there were none. */
export function shortestGapMs(requests: readonly RecordedRequest[]): number {
  const lastMs = new Map<string, number>();
  let shortest = Infinity;
  for (const { method, path, at } of requests) {
    if (method !== 'GET' || !TASK_PATH.test(path)) continue;
    const nowMs = Date.parse(at);
    shortest = Math.min(shortest, nowMs - (lastMs.get(path) ?? -Infinity));
    lastMs.set(path, nowMs);
  }
  return shortest;
}

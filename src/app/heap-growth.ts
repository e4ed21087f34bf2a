import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** 320 MB: what else a busy node takes, e.g. compiled code and buffers, keeps it below 512 MB. */
const HEAP_AIM_BYTES = 320 * 1_024 * 1_024;

/** V8's own most: four times what is alive. */
const PERCENT_MAX = 300;

/** A heap that is larger than the aim still grows by half: otherwise it would collect all the time. */
const PERCENT_MIN = 50;

/**
 * V8 lets its heap grow to up to four times what is alive while much is allocated, and gives nothing
 * back until it rests: a node with thousands of streams and live tasks would take some 800 MB for 200 MB.
 * After each full collection this sets how far it may grow until the next one. A heap with little in it
 * grows as before, because each collection costs processor time.
 */
export function boundHeapGrowth(): void {
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntries().some(isFullCollection)) return;
    const percent = growthPercent(getHeapStatistics().used_heap_size);
    setFlagsFromString(`--heap-growing-percent=${String(percent)}`);
  });
  observer.observe({ entryTypes: ['gc'] });
}

function isFullCollection(entry: PerformanceEntry & { readonly detail?: unknown }): boolean {
  const { kind } = (entry.detail ?? {}) as { readonly kind?: number };
  return kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}

/** By how many percent a heap may grow in which so much is alive. */
export function growthPercent(liveBytes: number): number {
  const percent = Math.floor((HEAP_AIM_BYTES / liveBytes - 1) * 100);
  return Math.min(PERCENT_MAX, Math.max(PERCENT_MIN, percent));
}

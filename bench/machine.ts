import { cpus, loadavg, totalmem } from 'node:os';

/** What a table of figures has to say about where they come from. */
export function machine(): string {
  const cores = cpus();
  const gigabytes = Math.round(totalmem() / 1_073_741_824);
  return `${String(cores.length)} cores of ${cores[0]?.model ?? 'an unknown model'}, shared by all; ${String(gigabytes)} GB; Node ${process.version}; load ${loadavg()[0]?.toFixed(1) ?? 'unknown'}`;
}

import { setFlagsFromString } from 'node:v8';

/** From this version of V8 on, that of Node 24, there are two compilers that optimize. */
const V8_WITH_MAGLEV = 13;

/** What V8 is told for the start, and what it has by itself, to which it returns. */
interface Flag {
  readonly starting: string;
  readonly ready: string;
}

const FLAGS: readonly Flag[] = [
  // The young generation keeps its first 2 MB: it would grow to 32 MB while modules are loaded and the schema is
  // built, which a gateway without much to do never needs. Under load it grows from then on, as ever.
  { starting: '--semi-space-growth-factor=1', ready: '--semi-space-growth-factor=2' },
  // What is hot during a start is seldom hot later. Without Maglev too, since its code, where it is made without
  // TurboFan, is never optimized further.
  { starting: '--no-opt', ready: '--opt' },
  ...(Number.parseInt(process.versions.v8, 10) < V8_WITH_MAGLEV
    ? []
    : [{ starting: '--no-maglev', ready: '--maglev' }]),
  // With so little to collect, waking other threads takes longer than they save.
  { starting: '--no-parallel-scavenge', ready: '--parallel-scavenge' },
];

/** Saves memory and processor time until the returned function is called: when the gateway is ready. */
export function startFrugally(): () => void {
  if (isInterpreted()) return () => undefined;
  for (const { starting } of FLAGS) setFlagsFromString(starting);
  return () => {
    for (const { ready } of FLAGS) setFlagsFromString(ready);
  };
}

/** With --jitless, V8 has neither WebAssembly nor any compiler that could be switched on. */
function isInterpreted(): boolean {
  return !('WebAssembly' in globalThis);
}

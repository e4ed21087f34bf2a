/**
 * The gateway as main.ts starts it, with errors that no code expects. Production has no such switch.
 * SIGUSR2: the stores work, then all their methods throw, then all of them reject, then they work
 * again. SIGHUP throws where nothing catches, SIGWINCH rejects where nothing waits. It takes it that
 * so much time has passed as it is told.
 */
import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stores } from '../../../src/adapters/postgres/stores.js';
import { endOnUncaughtErrors } from '../../../src/app/last-words.js';
import { readConfig } from '../../../src/config/config.js';
import { LeapingClock } from '../time/leaping-clock.js';
import type { Leap } from './gateway-process.js';

const STATES = ['work', 'throw', 'reject'] as const;
let state: (typeof STATES)[number] = 'work';

const fault = (): Error => new TypeError('Cannot read properties of undefined');

/** The methods are bound: their stores have private members, which a proxy has not. */
function faulty<Store extends object>(store: Store): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (state === 'throw') {
        return () => {
          throw fault();
        };
      }
      if (state === 'reject') return () => Promise.reject(fault());
      return member.bind(target) as unknown;
    },
  });
}

const wrapStores = (stores: Stores): Stores =>
  Object.fromEntries(
    Object.entries(stores).map(([name, store]) => [name, faulty(store as object)]),
  ) as unknown as Stores;

endOnUncaughtErrors();
const clock = new LeapingClock();
process.on('message', ({ leapMs }: Leap) => {
  clock.leap(leapMs);
  process.send?.('heard');
});
// Its modules find what the first import has made.
const { startApp } = await import('../../../src/app/start-app.js');
const config = readConfig(process.env);
const template = new URL('../../../src/database-template.tar.gz', import.meta.url);
const app = await startApp(config, {
  clock,
  wrapStores,
  ...(!existsSync(join(config.dataDir, 'pglite')) && {
    databaseTemplate: new Blob([readFileSync(template)]),
  }),
});
process.stdout.write(`${app.url}/graphql\n`);
process.on('SIGUSR2', () => {
  state = STATES[(STATES.indexOf(state) + 1) % STATES.length] ?? 'work';
  process.stdout.write(`The stores ${state}.\n`);
});
process.on('SIGHUP', () => {
  throw fault();
});
process.on('SIGWINCH', () => {
  void Promise.reject(fault());
});
process.on('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});

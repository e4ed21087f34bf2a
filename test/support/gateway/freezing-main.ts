/**
 * The gateway as main.ts starts it, but that its process freezes (SIGSTOP) when it first comes to
 * the point that FREEZE_AT names, dies (SIGKILL) at the visit of a point that it has been told, or
 * takes it that so much time has passed. Production has no such switch.
 */
import 'reflect-metadata';
import { openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../src/config/config.js';
import { LeapingClock } from '../time/leaping-clock.js';
import type { Death, Leap } from './gateway-process.js';

const { FREEZE_AT, AHEAD_MS = '0' } = process.env;
let isArmed = true;
let death: Death | undefined;
let visits = 0;
const clock = new LeapingClock();
// Where those before it have leapt, the store knows of that time.
clock.leap(Number(AHEAD_MS));

const pointsOf = (work: Death['work']) => ({
  reach: (point: string) => {
    if (work === death?.work && point === death.point) {
      visits += 1;
      // The signal is delivered before this call returns: not one more instruction runs.
      if (visits === death.visit) process.kill(process.pid, 'SIGKILL');
    }
    if (!isArmed || point !== FREEZE_AT) return;
    isArmed = false;
    process.kill(process.pid, 'SIGSTOP');
  },
});
process.on('message', (told: Death | Leap) => {
  if ('leapMs' in told) clock.leap(told.leapMs);
  else {
    death = told;
    visits = 0;
  }
  process.send?.('heard');
});
const template = new URL('../../../src/database-template.tar.gz', import.meta.url);
// Its modules find what the first import has made.
const { startApp } = await import('../../../src/app/start-app.js');
const app = await startApp(readConfig(process.env), {
  clock,
  databaseTemplate: await openAsBlob(fileURLToPath(template)),
  crashPoints: pointsOf('submission'),
  copyPoints: pointsOf('copy'),
  deliveryCrashPoints: pointsOf('delivery'),
});
process.stdout.write(`${app.url}/graphql\n`);
process.on('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});

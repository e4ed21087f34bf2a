/**
 * The gateway as main.ts starts it, but that its process freezes (SIGSTOP) when it first comes to
 * the point that FREEZE_AT names, or dies (SIGKILL) at the visit of a point that it has been told.
 * Production has no such switch.
 */
import 'reflect-metadata';
import { readConfig } from '../../../src/config/config.js';
import type { Death } from './gateway-process.js';

const { FREEZE_AT } = process.env;
let isArmed = true;
let death: Death | undefined;
let visits = 0;

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
process.on('message', (told: Death) => {
  death = told;
  visits = 0;
  process.send?.('heard');
});
// Its modules find what the first import has made.
const { startApp } = await import('../../../src/app/start-app.js');
const app = await startApp(readConfig(process.env), {
  crashPoints: pointsOf('submission'),
  copyPoints: pointsOf('copy'),
  deliveryCrashPoints: pointsOf('delivery'),
});
process.stdout.write(`${app.url}/graphql\n`);
process.on('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});

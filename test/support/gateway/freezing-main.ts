/**
 * The gateway as main.ts starts it, but that its process freezes (SIGSTOP) when it first comes to
 * the point of a submission that FREEZE_AT names. Production has no such switch.
 */
import 'reflect-metadata';
import { startApp } from '../../../src/app/start-app.js';
import { readConfig } from '../../../src/config/config.js';
import type { CrashPoints } from '../../../src/ports/crash-points.js';

let isArmed = true;
const crashPoints: CrashPoints = {
  reach: (point) => {
    if (!isArmed || point !== process.env['FREEZE_AT']) return;
    isArmed = false;
    process.kill(process.pid, 'SIGSTOP');
  },
};
const app = await startApp(readConfig(process.env), { crashPoints });
process.stdout.write(`${app.url}/graphql\n`);
process.on('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});

/**
 * The gateway as main.ts starts it, but that its process freezes (SIGSTOP) when it first comes to
 * the point of a submission or of a copy that FREEZE_AT names, or dies (SIGKILL) at the visit that
 * DIE_AT names: `afterResponse:2`. Production has no such switch.
 */
import 'reflect-metadata';
import { startApp } from '../../../src/app/start-app.js';
import { readConfig } from '../../../src/config/config.js';
import type { CopyPoint, CopyPoints } from '../../../src/ports/archive/copy-points.js';
import type { CrashPoint, CrashPoints } from '../../../src/ports/crash-points.js';

const { FREEZE_AT, DIE_AT = '' } = process.env;
const [lastPoint, lastVisit] = DIE_AT.split(':');
let isArmed = true;
let visits = 0;
const points: CrashPoints & CopyPoints = {
  reach: (point: CrashPoint | CopyPoint) => {
    if (point === lastPoint) {
      visits += 1;
      if (visits === Number(lastVisit)) process.kill(process.pid, 'SIGKILL');
    }
    if (!isArmed || point !== FREEZE_AT) return;
    isArmed = false;
    process.kill(process.pid, 'SIGSTOP');
  },
};
const app = await startApp(readConfig(process.env), {
  crashPoints: points,
  copyPoints: points,
});
process.stdout.write(`${app.url}/graphql\n`);
process.on('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});

/**
 * The gateway as main.ts starts it, but that its process dies (SIGKILL) at the visit of a delivery's
 * point that DIE_AT names: `afterAnswer:2`. Production has no such switch.
 */
import 'reflect-metadata';
import { startApp } from '../../../src/app/start-app.js';
import { readConfig } from '../../../src/config/config.js';
import type { DeliveryCrashPoints } from '../../../src/ports/webhooks/delivery-crash-points.js';

const [lastPoint, lastVisit] = (process.env['DIE_AT'] ?? '').split(':');
let visits = 0;
const deliveryCrashPoints: DeliveryCrashPoints = {
  reach: (point) => {
    if (point !== lastPoint) return;
    visits += 1;
    // The signal is delivered before this call returns: not one more instruction runs.
    if (visits === Number(lastVisit)) process.kill(process.pid, 'SIGKILL');
  },
};
const app = await startApp(readConfig(process.env), { deliveryCrashPoints });
process.stdout.write(`${app.url}/graphql\n`);
process.on('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});

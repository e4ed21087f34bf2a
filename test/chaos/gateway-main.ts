/**
 * The gateway as main.ts starts it, but for two switches that production does not have: CHAOS_ARM
 * names the point at which the process kills itself, and CHAOS_TRACE the file where it writes down
 * every point that it reaches.
 */
import 'reflect-metadata';
import { openSync, writeSync } from 'node:fs';
import { startApp } from '../../src/app/start-app.js';
import { readConfig } from '../../src/config/config.js';
import { ArmedCrashPoints, parseArm } from './kill-points.js';

const { CHAOS_ARM, CHAOS_TRACE = '/dev/null' } = process.env;
const trace = openSync(CHAOS_TRACE, 'a');
const crashPoints = new ArmedCrashPoints(
  CHAOS_ARM === undefined ? undefined : parseArm(CHAOS_ARM),
  (point, taskId = '') => {
    writeSync(trace, `${Date.now()} ${point} ${taskId}\n`);
  },
);
crashPoints.watchTheWire();
const app = await startApp(readConfig(process.env), { crashPoints });
process.stdout.write('ready\n');

let stopping: Promise<void> | undefined;
const stop = (): void => {
  stopping ??= app.stop().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
// The parent process is gone, and no other process would end this one.
process.stdin.on('end', () => process.exit(1)).resume();

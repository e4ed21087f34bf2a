/** Prints where promtool is, which checks the alert rules; ends with 1 where there is none. */
import { findPromtool } from '../test/support/telemetry/find-promtool.js';

const promtool = findPromtool();
if (promtool === undefined) process.exitCode = 1;
else console.log(promtool);

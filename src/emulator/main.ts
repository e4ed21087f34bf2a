import { parseArgs } from 'node:util';
import { startEmulator } from './server/start-emulator.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});

/** As for the emulator that a gateway starts: an empty setting is none. */
const SETTING = process.env['EMULATOR_PORT'];
const given = values.port ?? (SETTING === undefined || SETTING === '' ? '4010' : SETTING);
if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535) {
  throw new Error('The port (--port or EMULATOR_PORT) must be a whole number from 0 to 65535');
}
const port = Number(given);

const emulator = await startEmulator({ port, host: values.host });
process.stdout.write(`Runway emulator: ${emulator.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    emulator.close().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    });
  });
}

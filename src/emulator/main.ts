import { parseArgs } from 'node:util';
import { startEmulator } from './server/start-emulator.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error('--port must be a whole number from 0 to 65535');
}

const emulator = await startEmulator({ port, host: values.host });
process.stdout.write(`Runway emulator: ${emulator.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close());
}

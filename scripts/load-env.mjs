// Rule: `npm start` and `npm run dev` read `.env` where it exists; a variable that is set already wins.
// It is loaded before main.ts, by `node --import`, so that a process which is started otherwise (by a
// container, a service manager, a test) takes its settings from its environment alone.
import { existsSync } from 'node:fs';

const FILE = '.env';

if (existsSync(FILE)) process.loadEnvFile(FILE);

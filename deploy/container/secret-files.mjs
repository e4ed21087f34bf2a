// Rule: no secret stands in a container's description, where `docker inspect` and every backup of it
// show it. The settings that have no file of their own are read here from one: NAME_FILE names the file
// of NAME. Loaded before main.js by `node --import`, so that the gateway sees settings as it knows them.
import { readFileSync } from 'node:fs';

const SECRETS = ['DATABASE_URL', 'REDIS_URL', 'BOOTSTRAP_API_KEY'];

for (const name of SECRETS) {
  const file = process.env[`${name}_FILE`] ?? '';
  if (file === '') continue;
  if ((process.env[name] ?? '') !== '') {
    process.stderr.write(`${name}_FILE must not be set beside ${name}.\n`);
    process.exit(1);
  }
  try {
    process.env[name] = readFileSync(file, 'utf8').trim();
  } catch (error) {
    process.stderr.write(`${name}_FILE cannot be read: ${error.code ?? error.message}.\n`);
    process.exit(1);
  }
  delete process.env[`${name}_FILE`];
}

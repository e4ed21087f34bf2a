/**
 * `npm run webhooks:listen -- --key-file FILE [--url URL] [--event EVENT …] [--forward URL]`: prints what
 * webhooks of the key's tenant would get, through a subscription, so no public address is needed.
 * Without `--event`, e.g. `--event TASK_SUCCEEDED`, it is told the outcome of tasks; without `--url` it
 * asks the gateway at http://127.0.0.1:4000. With `--forward` each is posted to an address of this machine, with its
 * signature.
 */
import { readFileSync } from 'node:fs';
import { listen } from './webhooks/listen.js';
import { readScriptOptions } from './script-options.js';

const values = readScriptOptions(import.meta.url, {
  url: { type: 'string', default: 'http://127.0.0.1:4000' },
  'key-file': { type: 'string' },
  forward: { type: 'string' },
  event: { type: 'string', multiple: true },
});

const { 'key-file': keyFile, forward, event: events, url } = values;
if (keyFile === undefined) {
  console.error(
    'Say whose webhooks: --key-file FILE, a file with a key of the scope webhook:read.',
  );
  process.exitCode = 1;
} else {
  const ending = new AbortController();
  process.once('SIGINT', () => {
    ending.abort();
  });
  try {
    await listen({
      url,
      key: readFileSync(keyFile, 'utf8').trim(),
      forward,
      events,
      signal: ending.signal,
      print: (line) => {
        console.log(line);
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

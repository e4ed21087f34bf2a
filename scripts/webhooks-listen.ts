/**
 * `npm run webhooks:listen -- --url http://127.0.0.1:4000 --key-file FILE [--forward http://127.0.0.1:3000/hook]`
 * prints what webhooks of the key's tenant would get, through a subscription: no public address is needed.
 * With `--forward` each is posted to an address of this machine, with its signature.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listen } from './webhooks/listen.js';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    'key-file': { type: 'string' },
    forward: { type: 'string' },
    event: { type: 'string', multiple: true },
  },
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

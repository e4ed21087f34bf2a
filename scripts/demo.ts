/**
 * `npm run demo [-- --yes] [-- --out FOLDER]`: makes an image and a video on the running gateway, and
 * saves them. It finds the gateway by the settings that `npm start` reads, or by GATEWAY_URL and
 * GATEWAY_KEY. Where the gateway has Runway's secret, that costs credits, and `--yes` is asked for.
 */
import { readFileSync } from 'node:fs';
import { GatewayClientError } from '../client/src/index.js';
import { operatorKeyPath } from '../src/app/operator-key-file.js';
import { readConfig } from '../src/config/config.js';
import { ProgressLine } from './demo/progress-line.js';
import { runDemo } from './demo/run-demo.js';
import { readScriptOptions } from './script-options.js';

const values = readScriptOptions(import.meta.url, {
  yes: { type: 'boolean', default: false },
  out: { type: 'string', default: 'demo-output' },
});
const config = readConfig(process.env);
const url = process.env['GATEWAY_URL'] ?? `http://${config.host}:${String(config.port)}/graphql`;

function readKey(): string {
  const given = process.env['GATEWAY_KEY'] ?? config.bootstrapApiKey;
  if (given !== undefined) return given;
  try {
    return readFileSync(operatorKeyPath(config), 'utf8').trim();
  } catch {
    throw new Error(
      `There is no key in ${operatorKeyPath(config)}. Run \`npm start\` first, or set GATEWAY_KEY.`,
    );
  }
}

const isPaid = process.env['GATEWAY_URL'] !== undefined || config.emulatorPort === undefined;
if (isPaid && !values.yes) {
  console.log(
    'This buys an image and a video at Runway with your credits. Run it with `-- --yes`.',
  );
} else {
  try {
    const key = readKey();
    const progress = new ProgressLine(process.stdout);
    const files = await runDemo({ url, getToken: () => key, folder: values.out, progress });
    console.log(`\n  ${files.join('\n  ')}`);
  } catch (error) {
    const isAway = error instanceof GatewayClientError && error.code === 'UNREACHABLE';
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      isAway ? `No gateway answers at ${url}. Run \`npm start\` in another terminal.` : reason,
    );
    process.exitCode = 1;
  }
}

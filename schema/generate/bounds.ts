import { readFile, writeFile } from 'node:fs/promises';
import { extractBounds } from './bounds-document.js';
import { readCreates } from './context.js';
import { readSdk } from './sdk.js';

/** Where the extracted bounds are kept. */
const BOUNDS_FILE = 'schema/runway/bounds.json';

/** `npm run generate:bounds -- <openapi.json>`: takes Runway's bounds out of its OpenAPI document. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    throw new Error("Usage: npm run generate:bounds -- <Runway's openapi.json>");
  }
  const methods = readSdk();
  const creates = readCreates(methods).map((create) => create.method);
  const paths = methods
    .filter(({ name }) => creates.includes(name) || name === 'uploads.createEphemeral')
    .map(({ path }) => path);
  const bounds = extractBounds(JSON.parse(await readFile(file, 'utf8')), paths);
  await writeFile(BOUNDS_FILE, `${JSON.stringify(bounds, null, 1)}\n`);
  console.log(`${BOUNDS_FILE}: ${Object.keys(bounds).length} of ${paths.length} operations`);
}

await main();

import { readFile, writeFile } from 'node:fs/promises';
import { callOf, extractBounds } from './bounds-document.js';
import { readSdk } from './sdk.js';

/** Where the extracted bounds are kept. */
const BOUNDS_FILE = 'schema/runway/bounds.json';

/** `npm run generate:bounds -- <openapi.json>`: takes Runway's bounds out of its OpenAPI document. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    throw new Error("Usage: npm run generate:bounds -- <Runway's openapi.json>");
  }
  const calls = readSdk().map(callOf);
  const bounds = extractBounds(JSON.parse(await readFile(file, 'utf8')), calls);
  await writeFile(BOUNDS_FILE, `${JSON.stringify(bounds, null, 1)}\n`);
  console.log(`${BOUNDS_FILE}: bounds of ${Object.keys(bounds).length} of ${calls.length} calls`);
}

await main();

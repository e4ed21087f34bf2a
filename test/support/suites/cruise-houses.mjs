// Answers each house that it is sent, a folder of rooms, with what dependency-cruiser says of it as JSON.
// One process for all houses of a suite: to start the program takes longer than to look at a house.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import executeCli from '../../../node_modules/dependency-cruiser/src/cli/index.mjs';

process.on('message', async ({ house, rooms, config }) => {
  process.chdir(house);
  const outputTo = join(house, 'told.json');
  await executeCli(rooms, { config, outputType: 'json', outputTo });
  process.send(await readFile(outputTo, 'utf8'));
});

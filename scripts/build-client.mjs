/**
 * Builds the client package: client/dist, and beside it what it ships of the repository. Run by
 * `npm run build:client`, and by `npm pack` in client/.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const client = resolve(root, 'client');

rmSync(resolve(client, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', client], {
  stdio: 'inherit',
});
copyFileSync(resolve(root, 'LICENSE'), resolve(client, 'LICENSE'));
copyFileSync(resolve(root, 'schema/schema.graphql'), resolve(client, 'schema.graphql'));

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let path: string | undefined;

/** What a gateway needs in production to seal its audit log: one file for all of this process. */
export function auditKeyFile(): string {
  if (path !== undefined) return path;
  path = join(mkdtempSync(join(tmpdir(), 'audit-key-')), 'audit.key');
  writeFileSync(path, 'the key of the audit log in tests', { mode: 0o600 });
  return path;
}

import { spawnSync } from 'node:child_process';
import type { Check } from '../check.js';
import { notRun, type Finding } from '../finding.js';
import { blobsOf, isShallow, objectsOf } from './git-objects.js';
import { findSecrets } from './secret-patterns.js';

export const secretsCheck: Check = {
  name: 'secrets',
  title: 'keys, tokens and private keys in any version of any file',
  asvs: ['V13.3.1'],
  run: async () => {
    const { status } = spawnSync('git', ['rev-parse', '--git-dir'], { encoding: 'utf8' });
    if (status !== 0) {
      return { findings: [notRun('the scan of the history', 'There is no git here.')], seen: [] };
    }
    const findings: Finding[] = [];
    if (isShallow()) {
      findings.push(
        notRun('the scan of the whole history', 'The clone is shallow: fetch all of it.'),
      );
    }
    const objects = objectsOf();
    let scanned = 0;
    const found = new Map<string, Finding>();
    for await (const { id, text } of blobsOf(objects)) {
      scanned += 1;
      const path = objects.get(id) ?? '';
      for (const { name, shown, severity } of findSecrets(text, path)) {
        const place = path === '' ? `object ${id.slice(0, 12)}` : `${path} (${id.slice(0, 12)})`;
        const told = `${name} in ${place}: ${shown}`;
        const remedy =
          'Revoke it. If it is a constant of a test, enter it in the list of allowed texts.';
        found.set(`${name} ${shown}`, { severity, text: told, remedy });
      }
    }
    findings.push(...found.values());
    return { findings, seen: [`${String(scanned)} objects of the history.`] };
  },
};

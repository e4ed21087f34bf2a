import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Check } from '../check.js';
import { notRun } from '../finding.js';

const MAIN = 'dist/main.js';

/** `audit:verify`, with the anchors where there are any. */
export const auditLogCheck: Check = {
  name: 'audit-log',
  title: 'the chain of the audit log',
  asvs: ['V16.4.2'],
  run: async (context) => {
    const { environment, isOwnGateway } = context;
    if (!existsSync(MAIN)) {
      return {
        findings: [notRun('audit:verify', `There is no ${MAIN}: run npm run build.`)],
        seen: [],
      };
    }
    if (isOwnGateway) await context.gateway();
    await context.releaseStore();
    if (!isOwnGateway && environment['DATABASE_URL'] === undefined) {
      const why =
        'DATABASE_URL is not set: the embedded store can be read only while the gateway is stopped.';
      return { findings: [notRun('audit:verify', why)], seen: [] };
    }
    const anchors = environment['AUDIT_ANCHOR_FILE'];
    const args = anchors !== undefined && existsSync(anchors) ? ['--anchor', anchors] : [];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [MAIN, 'audit:verify', ...args],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], ...environment },
      },
    );
    const verdict = `${stdout.trim().split('\n').at(-1) ?? ''} ${stderr.trim()}`.trim();
    if (status === 0) return { findings: [], seen: [verdict] };
    const isBroken = stdout.includes('"kind"');
    if (!isBroken) return { findings: [notRun('audit:verify', verdict, 'high')], seen: [] };
    const remedy =
      'Find who wrote to the table since the last audit; see docs/operating/audit-log.md.';
    return { findings: [{ severity: 'critical', text: verdict, remedy }], seen: [] };
  },
};

import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firewall-scripts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('fetch-crs.sh', () => {
  /** An archive as the rule set's are: one folder, which has the rules in it. */
  async function anArchive(): Promise<{ readonly file: string; readonly sha256: string }> {
    mkdirSync(join(folder, 'crs-4/rules'), { recursive: true });
    writeFileSync(join(folder, 'crs-4/rules/REQUEST-949-BLOCKING-EVALUATION.conf'), '# rules\n');
    const file = join(folder, 'crs.tar.gz');
    await run('tar', ['-czf', file, '-C', folder, 'crs-4']);
    return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
  }

  function fetchTo(target: string, environment: Readonly<Record<string, string>>) {
    const given = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const { status, stderr } = spawnSync('env', [...given, 'deploy/waf/fetch-crs.sh', target], {
      encoding: 'utf8',
    });
    return { status, stderr };
  }

  it('unpacks an archive that has the checksum', async () => {
    const { file, sha256 } = await anArchive();
    const target = join(folder, 'out');
    const environment = { CRS_ARCHIVE: file, CRS_VERSION: '4.99.0', CRS_SHA256: sha256 };
    expect(fetchTo(target, environment)).toEqual({ status: 0, stderr: '' });
    expect(existsSync(join(target, 'rules/REQUEST-949-BLOCKING-EVALUATION.conf'))).toBe(true);
  });

  it('leaves nothing of an archive that has another', async () => {
    const { file, sha256 } = await anArchive();
    const target = join(folder, 'out');
    const { status, stderr } = fetchTo(target, { CRS_ARCHIVE: file });
    expect(status).toBe(1);
    expect(stderr).toContain(`the archive has the SHA-256 ${sha256}`);
    expect(existsSync(target)).toBe(false);
  });

  it.each([
    ['another release without a checksum', { CRS_VERSION: '4.99.0' }, 'set CRS_SHA256'],
    ['a release of another kind', { CRS_VERSION: '3.3.5' }, 'not a release'],
    ['a checksum that is none', { CRS_SHA256: 'abc' }, 'set CRS_SHA256'],
  ])('refuses %s', (_what, environment, message) => {
    const { status, stderr } = fetchTo(join(folder, 'out'), environment);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
  });
});

describe('masked-log.awk', () => {
  function masked(line: string): string {
    const { stdout } = spawnSync('awk', ['-f', 'deploy/waf/masked-log.awk'], {
      input: `${line}\n`,
      encoding: 'utf8',
    });
    return stdout.trim();
  }

  const rule =
    '[file "/rules/a.conf"] [line "46"] [id "942100"] [rev ""] [msg "SQL"] [data "Matched Data: secret1 found within';

  it('keeps the rule, the place and the request of a match', () => {
    const line = `2026/11/29 16:40:59 [info] 1#1: *5 ModSecurity: Warning. detected SQLi using libinjection. ${rule} ARGS:json.variables.id: secret2"] [unique_id "cd00aa"], client: 127.0.0.1, request: "POST /graphql?secret3 HTTP/1.1"`;
    expect(JSON.parse(masked(line))).toEqual({
      time: '2026/11/29T16:40:59',
      firewall: 'matched',
      rule: '942100',
      place: 'ARGS:json.variables.id',
      requestId: 'cd00aa',
    });
  });

  it('keeps no name where the name is the client’s text', () => {
    const line = `2026/11/29 16:40:59 [info] 1#1: *5 ModSecurity: Warning. ${rule} ARGS_NAMES:secret2: secret3"] [unique_id "cd00aa"]`;
    expect(masked(line)).toContain('"place":"ARGS_NAMES"');
    expect(masked(line)).not.toContain('secret');
  });

  it('takes addresses and requests out of other errors', () => {
    const line =
      '2026/11/29 16:40:59 [error] 1#1: *5 connect() failed, client: 127.0.0.1, request: "GET /graphql?token=secret HTTP/1.1", upstream: "http://127.0.0.1:1/graphql?token=secret", referrer: "https://a.example/?secret"';
    expect(masked(line)).toContain('connect() failed');
    expect(masked(line)).not.toContain('secret');
  });

  it('drops what is no warning', () => {
    expect(masked('2026/11/29 16:40:59 [info] 1#1: *11 client closed connection')).toBe('');
  });
});

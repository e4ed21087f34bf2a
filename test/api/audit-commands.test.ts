import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startApp } from '../../src/app/start-app.js';
import { exportAudit, pruneAudit, verifyAudit } from '../../src/app/commands/audit-commands.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { readConfig, type Config, type Environment } from '../../src/config/config.js';
import { tamper } from '../support/audit/audit.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { pgliteTemplate, silentLog } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const DAY_MS = 86_400_000;

/** Each starts several embedded databases in folders of their own. */
const TEST_MS_MAX = 240_000;

describe('The audit log of a gateway that has stopped', () => {
  const builtGateway = useBuiltGateway();
  /** What a gateway has left that served once. */
  let served: string;
  let dataDir: string;
  beforeAll(async () => {
    served = dataDir = await mkdtemp(join(tmpdir(), 'audit-'));
    await serve(readConfig(environment()));
  }, TEST_MS_MAX);
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'audit-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));
  afterAll(() => rm(served, { recursive: true, force: true }));

  const environment = (more: Environment = {}) => ({
    NODE_ENV: 'test',
    PORT: '0',
    EMULATOR_PORT: '0',
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: KEY,
    AUDIT_ANCHOR_FILE: join(dataDir, 'anchors.ndjson'),
    ...more,
  });

  /** One refusal, the last thing before a stop. */
  async function serve(
    config: Config,
    whileUp: (log: RecordedLog) => Promise<void> = async () => undefined,
  ): Promise<RecordedLog> {
    const log = new RecordedLog();
    const app = await startApp(config, {
      log,
      databaseTemplate: await pgliteTemplate(),
      httpLimits: { idleGraceMs: 0 },
    });
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer unknown' },
      body: '{}',
    });
    expect(response.status).toBe(401);
    await whileUp(log);
    await app.stop();
    return log;
  }

  const haveServed = (): Promise<void> => cp(served, dataDir, { recursive: true });

  async function exported(config: Config) {
    const lines: string[] = [];
    await exportAudit(config, async (line) => void lines.push(line));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it(
    'L1: holds everything up to the stop, sealed, with its head in the log and the anchor file',
    async () => {
      const config = readConfig(environment());
      await haveServed();
      const log = await serve(config);
      const anchorFile = join(dataDir, 'anchors.ndjson');
      const verdict = await verifyAudit(config, { anchorFile });
      expect(verdict).toMatchObject({ kind: 'whole', records: 6, unsealed: 0 });
      expect((await exported(config)).map(({ event, position }) => [event, position])).toEqual([
        ['sys_startup', 1],
        ['authn_login_fail', 2],
        ['sys_shutdown', 3],
        ['sys_startup', 4],
        ['authn_login_fail', 5],
        ['sys_shutdown', 6],
      ]);
      expect(log.lines.join()).toContain('the head of the audit log');
      expect((await stat(join(dataDir, 'audit.key'))).mode & 0o777).toBe(0o600);
      const anchors = (await readFile(anchorFile, 'utf8')).trim().split('\n');
      expect(verdict).toMatchObject({ anchors: anchors.length });
      const positions = anchors.map((line) => (JSON.parse(line) as { position: number }).position);
      expect(positions).toEqual(expect.arrayContaining([3, 6]));
      await expect(verifyAudit(config, { anchorFile: 'none' })).rejects.toThrow('--anchor');
      expect(await pruneAudit(config)).toBe(0);
    },
    TEST_MS_MAX,
  );

  it(
    'does not start with another key, nor with one that is none',
    async () => {
      await haveServed();
      const keyFile = join(dataDir, 'another.key');
      await writeFile(keyFile, 'x'.repeat(40));
      const other = readConfig(environment({ AUDIT_KEY_FILE: keyFile }));
      await expect(serve(other)).rejects.toThrow(
        'AUDIT_KEY_FILE: the audit log was sealed with another',
      );
      expect(await verifyAudit(other, {})).toMatchObject({ kind: 'broken' });
      await writeFile(keyFile, 'short');
      await expect(serve(other)).rejects.toThrow('AUDIT_KEY_FILE: the file must hold');
      await rm(keyFile);
      await expect(serve(other)).rejects.toThrow('AUDIT_KEY_FILE');
    },
    TEST_MS_MAX,
  );

  it(
    'loses what is older than AUDIT_RETENTION_DAYS, and still verifies',
    async () => {
      const config = readConfig(environment({ AUDIT_RETENTION_DAYS: '1' }));
      const past = { ...systemClock, now: () => new Date(Date.now() - 3 * DAY_MS) };
      const app = await startApp(config, {
        clock: past,
        log: silentLog,
        databaseTemplate: await pgliteTemplate(),
        httpLimits: { idleGraceMs: 0 },
      });
      await app.stop();
      await serve(config, (log) =>
        eventually(() => {
          expect(log.lines.join()).toContain('old audit records were deleted');
        }),
      );
      expect((await exported(config)).map(({ position }) => position)).toEqual([3, 4, 5]);
      expect(await verifyAudit(config, {})).toMatchObject({ kind: 'whole', records: 3 });
    },
    TEST_MS_MAX,
  );

  it(
    'L1: is verified at the command line: exit code 1, and the first broken record',
    async () => {
      await haveServed();
      const verify = () =>
        promisify(execFile)(process.execPath, [...builtGateway(), 'audit:verify'], {
          env: environment(),
        });
      expect(JSON.parse((await verify()).stdout)).toMatchObject({ kind: 'whole', records: 3 });
      const database = await openDatabase({ dataDir, log: silentLog });
      await tamper(database, `update audit_events set event = 'sys_startup' where position = 2`);
      await database.close();
      await expect(verify()).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^The audit log is broken at record 2 \([0-9a-f-]{36}\)/),
      });
    },
    TEST_MS_MAX,
  );
});

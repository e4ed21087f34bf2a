import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import { createVideo, readTask } from '../support/client/tasks.js';

const newKey = (): string => randomBytes(32).toString('base64');

describe('The keys of encryption', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'encryption-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const keyPath = (): string => join(dir, 'encryption.key');

  /** A gateway in `dir`, which outlives it. */
  async function start(environment: Readonly<Record<string, string>>, log = new RecordedLog()) {
    return await startGateway({ DATA_DIR: dir, ENCRYPTION_KEY: '', ...environment }, { log });
  }

  async function errorOf(environment: Readonly<Record<string, string>>): Promise<string> {
    try {
      await (await start(environment)).stop();
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  it('S2: a start outside production makes one for its owner alone, says so once, and keeps it', async () => {
    const made = /a key was made that encrypts what is stored/;
    const log = new RecordedLog();
    const gateway = await start({}, log);
    expect((await stat(keyPath())).mode & 0o777).toBe(0o600);
    const key = await readFile(keyPath(), 'utf8');
    expect(log.lines.filter((line) => made.test(line))).toHaveLength(1);
    expect(log.lines.join('\n')).not.toContain(key.trim());
    const task = await createVideo(gateway);
    await gateway.stop();

    const again = new RecordedLog();
    const second = await start({}, again);
    expect(await readFile(keyPath(), 'utf8')).toBe(key);
    expect(again.lines.filter((line) => made.test(line))).toEqual([]);
    expect((await readTask(second, task.id)).input).toEqual(task.input);
    await second.stop();
  });

  it('S2: a start with another key than the store was encrypted with ends, and names no value', async () => {
    const [first, second] = [newKey(), newKey()];
    const gateway = await start({ ENCRYPTION_KEY: first });
    const task = await createVideo(gateway);
    await gateway.stop();

    const message = await errorOf({ ENCRYPTION_KEY: second });
    expect(message).toMatch(
      /^ENCRYPTION_KEY: what is stored was encrypted with the key [0-9a-f]{16}, /,
    );
    for (const key of [first, second]) expect(message).not.toContain(key);
    // Nothing was made in the place of what cannot be read.
    await expect(stat(keyPath())).rejects.toThrow('ENOENT');
    // A key without the need of one is made anew, and does not serve either.
    expect(await errorOf({})).toMatch(/^DATA_DIR: .*encryption\.key: what is stored was encrypted/);

    const both = join(dir, 'keys');
    await writeFile(both, `${second}\n${first}\n`);
    const opened = await start({ ENCRYPTION_KEY_FILE: both });
    expect((await readTask(opened, task.id)).input).toEqual(task.input);
    await opened.stop();
  });

  it.each([
    ['a file that is not there', async () => join(dir, 'missing'), 'cannot be read'],
    ['an empty file', async () => await written(''), 'there is no key'],
    ['a passphrase', async () => await written('correct horse'), 'key 1 must be 32 bytes'],
  ])('S2: a start with %s ends before the store is opened', async (_what, path, problem) => {
    const message = await errorOf({ ENCRYPTION_KEY_FILE: await path() });
    expect(message).toMatch(/^ENCRYPTION_KEY_FILE: /);
    expect(message).toContain(problem);
    expect(message).not.toContain('horse');
    await expect(stat(join(dir, 'pglite'))).rejects.toThrow('ENOENT');
  });

  async function written(text: string): Promise<string> {
    const path = join(dir, 'key');
    await writeFile(path, text);
    return path;
  }
});

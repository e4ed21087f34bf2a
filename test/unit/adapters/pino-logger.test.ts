// Guarantee: a record is one line whatever it holds, an exit loses none, and nothing secret is in any.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loggedError } from '../../../src/adapters/log/log-error.js';
import { scrub } from '../../../src/adapters/log/log-text.js';
import { prettyLine } from '../../../src/adapters/log/pretty-line.js';
import { GatewayError } from '../../../src/errors.js';
import { buildGateway } from '../../support/gateway/build-gateway.js';

/** Each would begin a record, move a cursor, or turn text round. */
const INJECTED =
  '\n{"level":"error","msg":"forged"}\r\n\u001b[2J\u009b31m\u2028\u202egnirts\u0000\u0085\u007f';

// eslint-disable-next-line no-control-regex -- these must not come out
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/;

async function write(...args: readonly string[]): Promise<string> {
  const built = await buildGateway('src', 'test/support');
  const main = join(built, 'test/support/gateway/log-writer.js');
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return await text(child.stdout);
}

describe('the log of a process', () => {
  it('is JSON without a terminal, a line for each record, none lost by an exit', async () => {
    const lines = (await write('auto', '2000', INJECTED.replaceAll('\u0000', ''))).split('\n');
    expect(lines.pop()).toBe('');
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map(({ index }) => index)).toEqual(Array.from({ length: 2_000 }, (_, n) => n));
    expect(records[0]).toMatchObject({
      level: 'info',
      msg: 'a line',
      error: { type: 'TypeError' },
    });
    expect(records[0]?.['text']).toBe(INJECTED.replaceAll('\u0000', ''));
    expect(lines[0]).not.toMatch(UNSAFE);
  }, 60_000);

  it('is written to the end, also what came while an earlier write was open', async () => {
    const built = await buildGateway('src', 'test/support');
    const main = join(built, 'test/support/gateway/log-after-full-pipe.js');
    const child = fork(main, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    const { stdout } = child;
    if (stdout === null) throw new Error('It has no standard output.');
    await once(child, 'message');
    let told = '';
    for await (const piece of stdout) {
      told += String(piece);
      if (told.endsWith('"the last line"}\n')) break;
    }
    expect(told.match(/a line that fills the pipe/g)).toHaveLength(20_000);
    const exited = once(child, 'exit');
    child.send('end');
    expect(await exited).toEqual([0, null]);
  }, 60_000);

  it('is written to a file without waiting for its disk, and is on the disk at the end', async () => {
    const built = await buildGateway('src', 'test/support');
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    const file = openSync(join(folder, 'log'), 'w');
    try {
      const main = join(built, 'test/support/gateway/log-syncs.js');
      const child = fork(main, { stdio: ['ignore', file, 'inherit', 'ipc'] });
      const [told] = (await once(child, 'message')) as [object];
      expect(told).toEqual({ syncsOfLines: 0, syncsAtEnd: 2 });
    } finally {
      closeSync(file);
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('is for a reader where that is asked for', async () => {
    const [line, ...more] = (await write('pretty', '1', 'plain')).split('\n');
    expect(line).toMatch(/^\d\d:\d\d:\d\d\.\d{3} INFO {2}a line {2}index=0 text=plain$/);
    expect(more[0]).toBe('    TypeError: plain');
    expect(more[1]).toMatch(/^ {6}at /);
  }, 60_000);
});

describe('a line for a reader', () => {
  it('is no more than one, and holds no control character, whatever its values are', () => {
    const error = loggedError(new Error(INJECTED, { cause: new Error(INJECTED) }));
    const record = {
      level: 'warn',
      time: '2026-01-01T00:00:00.000Z',
      msg: INJECTED,
      [INJECTED]: INJECTED,
    };
    const lines = prettyLine(JSON.stringify({ ...record, error }), false).split('\n');
    expect(lines[0]).toMatch(/^00:00:00\.000 WARN {2}/);
    // What follows belongs to the error, and is indented.
    expect(lines.slice(1, -1).filter((line) => !line.startsWith('    '))).toEqual([]);
    expect(lines.filter((line) => UNSAFE.test(line))).toEqual([]);
  });

  it('stays what it is when it is no record', () => {
    expect(prettyLine('not JSON\n', false)).toBe('not JSON\\u000a\n');
  });

  it('has a colour for what matters, on a terminal', () => {
    const line = prettyLine('{"level":"error","time":"2026-01-01T00:00:00.000Z","msg":"m"}', true);
    expect(line).toBe('00:00:00.000 \u001b[31mERROR\u001b[0m m\n');
  });
});

describe('what the log shows of an error', () => {
  it('is its kind, message, frames and causes, and nothing that libraries hang on it', () => {
    const error = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      constraint: 'tasks_key',
      detail: 'Key (label)=(a prompt) already exists.',
      query: 'insert into tasks',
      params: ['a prompt'],
      cause: new GatewayError('NOT_FOUND', { detail: 'task t1' }),
    });
    const shown = loggedError(error);
    expect(JSON.stringify(shown)).not.toMatch(/prompt|insert/);
    expect(shown).toMatchObject({
      type: 'Error',
      message: 'duplicate key value',
      facts: { code: '23505', constraint: 'tasks_key' },
      cause: { type: 'GatewayError', detail: 'task t1' },
    });
    expect(shown.stack).toMatch(/^at /);
  });

  it('ends, however deep its causes go', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).split('"round"')).toHaveLength(5);
  });

  it('is a text as far as that goes', () => {
    expect(loggedError('broken')).toEqual({ type: 'string', message: 'broken' });
    expect(loggedError(undefined)).toEqual({ type: 'undefined', message: '' });
  });
});

describe('a text that is logged', () => {
  for (const [name, from, to] of [
    [
      'a signed address',
      'GET https://cdn.example/a.mp4?_jwt=abc.def failed',
      'GET https://cdn.example/… failed',
    ],
    ['an output', 'https://cdn.example/a.mp4', 'https://cdn.example/…'],
    ['an origin', 'up at http://127.0.0.1:4000', 'up at http://127.0.0.1:4000'],
    ['the database', 'postgres://me:secret@db:5432/x refused', 'postgres://… refused'],
    ['an address with a password', 'https://me:secret@host/x', 'https://…'],
    ['a key of ours', 'rgk_alice_Abcdefghijklmnopqrstuvwxyz', 'rgk_alice_[redacted]'],
    ['a secret of Runway’s', 'key_0123456789abcdef', 'key_[redacted]'],
    ['a header', 'Authorization: Bearer abcdef.ghijkl', 'Authorization: Bearer [redacted]'],
    ['a long text', 'x'.repeat(2_000), `${'x'.repeat(1_000)}…`],
  ] as const) {
    it(`shows ${name} as far as it may be shown`, () => {
      expect(scrub(from)).toBe(to);
    });
  }
});

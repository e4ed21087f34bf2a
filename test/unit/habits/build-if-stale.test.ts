import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const SCRIPT = resolve('scripts/build-if-stale.mjs');

describe('a start without the compiler', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'installation-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function put(file: string, at: Date): void {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    utimesSync(path, at, at);
  }

  function start(): { status: number | null; said: string } {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT], { cwd: folder });
    return { status, said: stderr.toString() };
  }

  const EARLIER = new Date('2026-01-01');
  const LATER = new Date('2026-01-02');

  it('starts the build that is there when src/ is missing', () => {
    put('dist/main.js', EARLIER);
    expect(start()).toEqual({ status: 0, said: '' });
  });

  it('starts a stale build and says so', () => {
    put('dist/main.js', EARLIER);
    for (const file of ['src/main.ts', 'package.json', 'tsconfig.json']) put(file, LATER);
    const { status, said } = start();
    expect(status).toBe(0);
    expect(said).toContain('dist/ is older than its sources');
  });

  it('names the command that builds when there is no build', () => {
    put('src/main.ts', EARLIER);
    const { status, said } = start();
    expect(status).toBe(1);
    expect(said).toContain('npm ci && npm run build');
  });
});

// Guarantee: who opens the studio loads at most 150 kB before they can sign in, and no text of the page is
// a script or a style.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtStudio } from '../support/browser/built-studio.js';

const FIRST_VIEW_BYTES_MAX = 150_000;

/** What a view may add, so that one heavy package does not hide in it. */
const VIEW_BYTES_MAX = 60_000;

describe('the build of the studio', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await builtStudio();
  }, 120_000);

  const sizeOf = async (file: string): Promise<number> =>
    gzipSync(await readFile(join(folder, file))).length;

  const total = async (files: Iterable<string>): Promise<number> =>
    (await Promise.all([...files].map(sizeOf))).reduce((sum, size) => sum + size, 0);

  /** The file, and the scripts that it cannot run without. */
  async function withImports(file: string, found = new Set<string>()): Promise<Set<string>> {
    if (found.has(file)) return found;
    found.add(file);
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) {
      await withImports(`assets/${name}`, found);
    }
    return found;
  }

  async function firstView(): Promise<Set<string>> {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/studio\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    const found = new Set(['index.html']);
    for (const file of named) {
      if (file.endsWith('.js')) await withImports(file, found);
      else found.add(file);
    }
    return found;
  }

  it('has a first view of at most 150 kB, compressed', async () => {
    const files = await firstView();
    expect([...files].filter((file) => file.endsWith('.js')).length).toBeGreaterThan(0);
    expect([...files].filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
    const bytes = await total(files);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(FIRST_VIEW_BYTES_MAX);
  });

  it('loads each view when it is shown, and a view is small', async () => {
    const first = await firstView();
    const entry = [...first].find((file) => file.endsWith('.js')) ?? '';
    const text = await readFile(join(folder, entry), 'utf8');
    const views = [...text.matchAll(/import\(\s*"\.\/([\w-]+-view-[\w-]+\.js)"/g)];
    expect(views.length).toBeGreaterThanOrEqual(8);
    const tooLarge: string[] = [];
    for (const [, name = ''] of views) {
      const files = [...(await withImports(`assets/${name}`))].filter((file) => !first.has(file));
      const bytes = await total(files);
      if (bytes > VIEW_BYTES_MAX) tooLarge.push(`${name}: ${String(bytes)} bytes`);
    }
    expect(tooLarge).toEqual([]);
  });

  it('has a page without a script or style in itself', async () => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\bon\w+=/);
    expect(page).not.toContain('http');
  });
});

// Guarantee: a reader who follows a link of the documents arrives. Links, their anchors and the
// paths in code type are looked up in the tree.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { unplainWord } from '../../config/plain-words.cjs';

/** 8 kB: the first page introduces, the others explain. */
const README_BYTES_MAX = 8_000;

interface Page {
  readonly path: string;
  readonly text: string;
}

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

const pages: readonly Page[] = tracked
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The text without fenced blocks, whose lines are no Markdown. */
function prose(text: string): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
}

/** The anchors of a page: GitHub's slugs of its headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
      const slug = heading
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-');
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${String(count)}`;
    }),
  );
}

/** What is wrong with the links of a page to this repository. */
function brokenLinks({ path, text }: Page): readonly string[] {
  const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('../../security/'))
    .flatMap((target) => {
      const [file = '', anchor] = target.split('#');
      const found = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(found)) return [`${path}: ${target} is missing`];
      if (anchor === undefined || statSync(found).isDirectory()) return [];
      const isThere = anchorsOf(readFileSync(found, 'utf8')).has(anchor);
      return isThere ? [] : [`${path}: ${target} has no such heading`];
    });
}

const PATH_IN_CODE =
  /`((?:src|test|docs|schema|scripts|bench)\/[\w./-]+\.(?:ts|cjs|mjs|md|json|graphql))`/g;

/** Paths in code type that are not in the tree. A decision tells of the tree of its day. */
function brokenPaths({ path, text }: Page): readonly string[] {
  if (path.startsWith('docs/decisions/')) return [];
  return [...prose(text).matchAll(PATH_IN_CODE)].flatMap(([, target = '']) =>
    existsSync(target) ? [] : [`${path}: ${target} is missing`],
  );
}

describe('The documents', () => {
  it('have links whose file and heading exist', () => {
    const count = pages.flatMap(({ text }) => [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]).length;
    expect(count).toBeGreaterThan(100);
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  it('name paths that exist', () => {
    expect(pages.flatMap(brokenPaths)).toEqual([]);
  });

  it('are where the sources say', () => {
    const sources = tracked.filter((path) =>
      /^(?:src|schema|scripts|test)\/.*\.(?:ts|cjs|mjs)$/.test(path),
    );
    const broken = sources
      .filter((path) => !path.startsWith('test/unit/habits/'))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
          .filter(([target]) => !existsSync(target))
          .map(([target]) => `${path}: ${target} is missing`),
      );
    expect(broken).toEqual([]);
  });

  it('are held by these tests: a missing file, heading or path is found', () => {
    const page = (text: string): Page => ({ path: 'docs/page.md', text });
    expect(brokenLinks(page('[a](gone.md)'))).toEqual(['docs/page.md: gone.md is missing']);
    expect(brokenLinks(page('[a](clients.md#gone)'))).toHaveLength(1);
    expect(brokenLinks(page('[a](clients.md#uploads) [b](https://x.example)'))).toEqual([]);
    expect(brokenPaths(page('`src/gone.ts` and `src/main.ts`'))).toEqual([
      'docs/page.md: src/gone.ts is missing',
    ]);
  });

  it('say who acts and what is meant', () => {
    const found = pages.flatMap(({ path, text }) => {
      const word = unplainWord(prose(text));
      return word === undefined ? [] : [`${path}: ${word}`];
    });
    expect(found).toEqual([]);
  });

  it('begin with a README of 8 kB at most', () => {
    expect(statSync('README.md').size).toBeLessThanOrEqual(README_BYTES_MAX);
  });

  it('give each decision a status, its date, context, decision, alternatives and consequences', () => {
    const form =
      /^# \d+[.] .+\n\nStatus: .*\b20\d\d-\d\d[^]*^## Context$[^]*^## Decision$[^]*^## Alternatives$[^]*^## Consequences$/m;
    const decisions = pages.filter(({ path }) => /^docs\/decisions\/\d/.test(path));
    expect(decisions.length).toBeGreaterThan(40);
    expect(decisions.filter(({ text }) => !form.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('give each decision a number of its own', () => {
    const numbers = readdirSync('docs/decisions').flatMap((file) => /^\d{4}/.exec(file) ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** An id of the catalogue, and where a title of a test has it. */
export interface TitledId {
  readonly id: string;
  readonly file: string;
  readonly title: string;
}

/** The letters of the catalogue's groups, and a number. */
const ID = '[QBICTOZVRWLSMDF][1-9]\\d?';

/** Ids before a colon, at the beginning: `Q1: …`, `C7, I7: …`. */
const HEADING = new RegExp(`^(${ID}(?:, ${ID})*): `);

/** The files under `folder` that Jest takes for tests. */
export function testFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .sort();
}

/**
 * The ids that titles of tests begin with. A title may be put together from a table, so that every
 * text of a test file counts that begins like one; comments do not.
 */
export function titledIds(folder: string): readonly TitledId[] {
  return testFiles(folder).flatMap((file) =>
    textsOf(file).flatMap((title) => {
      const [, ids = ''] = HEADING.exec(title) ?? [];
      return ids === '' ? [] : ids.split(', ').map((id) => ({ id, file, title }));
    }),
  );
}

function textsOf(file: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    // A template counts up to its first hole.
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  const text = readFileSync(file, 'utf8');
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return texts;
}

import { buildSchema, Kind, parse } from 'graphql';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';
import { PreparedOperations } from '../../../src/http/execution/prepared-operations.js';
import { documentCheck, type PassedDocument } from '../../../src/policy/check-document.js';
import { DOCUMENT_LIMITS } from '../../../src/policy/document/document-limits.js';
import { countSelections } from '../../../src/policy/document/measure.js';
import { parseDocument } from '../../../src/policy/document/parse-document.js';
import {
  documentBytes,
  MEMORY_LIMITS,
  RememberedDocuments,
} from '../../../src/policy/document/remembered-documents.js';

const SCHEMA = buildSchema('type Query { tasks(labels: [[String!]], id: ID): Int a: Query }');

/** 1,900 list literals in 4 kB: the dearest document that a limit lets through. */
const dear = (n: number): string => `query Q${String(n)} { tasks(labels: [${'[]'.repeat(990)}]) }`;
const cheap = (n: number): string => `query C${String(n)} { tasks(id: "1") }`;

const KB = 1_024;

function viewerOf(tenantId: string): Pick<Viewer, 'tenantId' | 'scopes'> {
  return { tenantId, scopes: new Set() };
}

describe('remembered documents', () => {
  it('Q15: hold no more bytes than they may, whatever fills them', () => {
    const remembered = new RememberedDocuments<PassedDocument>();
    const check = documentCheck({ schema: SCHEMA, introspection: false, remembered });
    for (let n = 0; n < 15; n += 1) {
      for (const tenant of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const query = `${dear(n)} # ${tenant}`;
        const request = { query, operationName: null, variables: {} };
        expect(check(request, 'http', viewerOf(tenant)).isRefused).toBe(false);
      }
      expect(remembered.bytes).toBeLessThanOrEqual(MEMORY_LIMITS.bytesMax);
      expect(remembered.bytesOf('a')).toBeLessThanOrEqual(MEMORY_LIMITS.holderBytesMax);
    }
    expect(remembered.bytes).toBeGreaterThan(MEMORY_LIMITS.bytesMax / 2);
  });

  it('Q15: of one tenant are not pushed out by what another brings', () => {
    const limits = { bytesMax: 100 * KB, holderBytesMax: 25 * KB, documentsMax: 1_000 };
    const remembered = new RememberedDocuments<object>(limits);
    const own = Array.from({ length: 10 }, (_, n) => ({ n }));
    for (const [n, value] of own.entries()) {
      remembered.remember(`own ${String(n)}`, value, { holder: 'a', bytes: KB });
    }
    for (let n = 0; n < 10_000; n += 1) {
      remembered.remember(`flood ${String(n)}`, {}, { holder: 'b', bytes: KB });
    }
    expect(own.map((_, n) => remembered.find(`own ${String(n)}`))).toEqual(own);
    expect(remembered.bytesOf('b')).toBe(25 * KB);
    expect(remembered.bytes).toBe(35 * KB);
    // Of the flood, what came last.
    expect(remembered.find('flood 9999')).toBeDefined();
    expect(remembered.find('flood 9000')).toBeUndefined();
  });

  it('Q15: of one tenant serve the others, and count for it alone', () => {
    const remembered = new RememberedDocuments<PassedDocument>();
    const check = documentCheck({ schema: SCHEMA, introspection: false, remembered });
    const ask = (tenant: string): unknown => {
      const verdict = check(
        { query: cheap(1), operationName: null, variables: {} },
        'http',
        viewerOf(tenant),
      );
      return verdict.isRefused ? undefined : verdict.request.document;
    };
    expect(ask('b')).toBe(ask('a'));
    expect([remembered.bytesOf('a'), remembered.bytesOf('b')]).toEqual([0, remembered.bytes]);
  });

  it('Q15: leave room for others: one that is as large as a fifth of a share is not kept', () => {
    const remembered = new RememberedDocuments<object>({
      bytesMax: 400 * KB,
      holderBytesMax: 100 * KB,
      documentsMax: 10,
    });
    remembered.remember('large', {}, { holder: 'a', bytes: 21 * KB });
    expect([remembered.find('large'), remembered.bytes]).toEqual([undefined, 0]);
    for (let n = 0; n < 20; n += 1) {
      remembered.remember(String(n), {}, { holder: String(n), bytes: KB });
    }
    expect(remembered.bytes).toBe(10 * KB);
    expect(remembered.bytesOf('0')).toBe(0);
  });

  it('Q15: are not estimated below what they hold', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const spread = '...F '.repeat(5);
    const shapes: Readonly<Record<string, (n: number) => string>> = {
      dear,
      cheap,
      long: (n) => `query L${String(n)} { tasks(id: "${'💥'.repeat(4_000)}") }`,
      fields: (n) => `query F${String(n)} { ${'a { tasks } '.repeat(400)} }`,
      wide: (n) =>
        `query W${String(n)} { ${Array.from({ length: 400 }, (_, i) => `t${String(i)}: tasks`).join(' ')} }`,
      spread: (n) =>
        `query S${String(n)} { ${'abcdefghij'.replaceAll(/./g, `$&: a { ${spread} b: a { ...F } } `)} }
         fragment F on Query { ${Array.from({ length: 16 }, (_, i) => `t${String(i)}: tasks`).join(' ')} }`,
    };
    // As deep as it is asked for: all of the plan is made.
    const rootValue = { tasks: 1, a: () => rootValue };
    for (const [shape, textOf] of Object.entries(shapes)) {
      const texts = Array.from({ length: 100 }, (_, n) => textOf(n));
      await held(texts.slice(0, 3), rootValue);
      collect();
      const before = process.memoryUsage().heapUsed;
      const all = await held(texts, rootValue);
      collect();
      const bytes = process.memoryUsage().heapUsed - before;
      const estimate = texts.reduce((sum, text) => sum + bytesOf(text), 0);
      expect({ shape, isEnough: bytes <= estimate, count: all.documents.length }).toEqual({
        shape,
        isEnough: true,
        count: 100,
      });
    }
  });
});

/** Parsed, and executed once. */
async function held(texts: readonly string[], rootValue: object) {
  const operations = new PreparedOperations(SCHEMA);
  const documents = texts.map((text) => parse(text));
  for (const document of documents) {
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    await operations.execute(
      { document, operation, variables: {} },
      { contextValue: {}, rootValue },
    );
  }
  return { operations, documents };
}

function bytesOf(text: string): number {
  const parsed = parseDocument(text, DOCUMENT_LIMITS);
  if ('errors' in parsed) throw new Error('not parsed');
  const selections = countSelections(parsed.document);
  return documentBytes({ length: text.length, tokens: parsed.tokens, selections });
}

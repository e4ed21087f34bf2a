// Guarantee: the manifest that `npm run codegen` writes is served as it is; a changed file is in use
// without a restart, a broken one changes nothing, and a start with one says which setting is wrong.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config.js';
import { ViewerDocument } from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { ask } from '../support/client/wire.js';

const MANIFEST = 'client/src/generated/persisted-documents.json';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('TRUSTED_DOCUMENTS_FILE', () => {
  let folder: string;
  let file: string;
  let clock: FakeClock;
  let log: RecordedLog;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-documents-'));
    file = join(folder, 'documents.json');
    clock = new FakeClock();
    log = new RecordedLog();
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function put(text: string): Promise<void> {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }

  const start = async (mode: string): Promise<TestGateway> =>
    await startGateway({ TRUSTED_DOCUMENTS: mode, TRUSTED_DOCUMENTS_FILE: file }, { clock, log });

  const lines = (text: string) => log.lines.filter((line) => line.includes(text));

  it('serves the generated documents by the ids that they carry, each of which fits the graph', async () => {
    await put(await readFile(MANIFEST, 'utf8'));
    const gateway = await start('only');
    const { __meta__: meta } = ViewerDocument as unknown as {
      readonly __meta__: { readonly documentId: string };
    };
    const { data } = await ask(gateway.url, gateway.operatorKey, { documentId: meta.documentId });
    expect(data).toHaveProperty('viewer.tenant');
    expect(lines('do not fit the schema')).toEqual([]);
    const texts = Object.entries(JSON.parse(await readFile(MANIFEST, 'utf8')) as object);
    expect(texts.map(([id, text]) => [id, `sha256:${sha256(String(text))}`])).toEqual(
      texts.map(([id]) => [id, id]),
    );
    await gateway.stop();
  }, 120_000);

  it('is read again when it changes, and kept when what is there now is broken', async () => {
    const [first, second] = ['{ viewer { tenant { id } } }', '{ viewer { subject } }'] as const;
    await put(JSON.stringify({ first }));
    const gateway = await start('only');
    const answerTo = async (documentId: string): Promise<unknown> => {
      const { data, errors } = await ask(gateway.url, gateway.operatorKey, { documentId });
      return errors[0]?.extensions.code ?? data;
    };
    expect(await answerTo('first')).toEqual({ viewer: { tenant: { id: 'default' } } });
    expect(await answerTo('second')).toBe('TRUSTED_DOCUMENT_UNKNOWN');

    await put(JSON.stringify({ first, second, old: '{ gone }' }));
    await clock.until(() => lines('are in use').length === 1, { stepMs: 500 });
    expect(await answerTo('second')).toEqual({ viewer: { subject: 'key:operator' } });
    expect(await answerTo('old')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(lines('do not fit the schema')).toHaveLength(1);

    await put(JSON.stringify({ [`sha256:${'0'.repeat(64)}`]: first }));
    await clock.until(() => lines('cannot be used').length === 1, { stepMs: 500 });
    expect(lines('cannot be used')[0]).toContain('TRUSTED_DOCUMENTS_FILE: the entry');
    expect(await answerTo('second')).toEqual({ viewer: { subject: 'key:operator' } });
    await gateway.stop();
  }, 120_000);

  it('refuses the start where it is missing or no manifest', async () => {
    await expect(start('only')).rejects.toThrow(/TRUSTED_DOCUMENTS_FILE: .* cannot be read/);
    for (const [text, reason] of [
      ['no JSON', 'TRUSTED_DOCUMENTS_FILE: it is not JSON'],
      ['[]', 'it is not a JSON object'],
      ['{"a":7}', 'the entry "a" is not a text'],
      ['{"a b":"{ viewer { subject } }"}', 'the entry "a b" is no document id'],
      ['{"y:1":"{ viewer { subject } }"}', 'the entry "y:1" is no document id'],
      [`{"${'A'.repeat(64)}":"{ viewer { subject } }"}`, 'is not the SHA-256 of its text'],
    ] as const) {
      await put(text);
      await expect(start('prefer')).rejects.toThrow(reason);
    }
  }, 120_000);

  it('is set together with TRUSTED_DOCUMENTS, and never alone', () => {
    for (const environment of [
      { TRUSTED_DOCUMENTS: 'only' },
      { TRUSTED_DOCUMENTS: 'prefer' },
      { TRUSTED_DOCUMENTS_FILE: 'documents.json' },
      { TRUSTED_DOCUMENTS: 'off', TRUSTED_DOCUMENTS_FILE: 'documents.json' },
    ]) {
      expect(() => readConfig(environment)).toThrow('must be set together');
    }
  });
});

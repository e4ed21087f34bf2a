// Guarantee: what a client says, Runway answers and a credential holds stands in clear nowhere but
// where it must: not in a log line of any level, in a trace, in another tenant's answers, in Redis,
// in a column that is not listed as clear, in a dump of the database, in a file of the embedded one or in a
// temporary file.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { openDatabase } from '../../../src/adapters/postgres/connection/database.js';
import { createPostgresDatabase, describeServer, silentLog } from '../../support/store/database.js';
import { REDIS_SERVER_URL } from '../../support/store/redis.js';
import { setTemporaryFolder } from '../../support/store/temporary-folder.js';
import { TraceCollector } from '../../support/telemetry/trace-collector.js';
import { SEALED_COLUMNS } from '../../../src/adapters/postgres/encryption/sealed-columns.js';
import { CLEAR_COLUMNS } from './clear-columns.js';
import { PlantedRun } from './planted-run.js';
import {
  redisTexts,
  textsByDump,
  textsBySql,
  textsOfFiles,
  type StoredTexts,
} from './stored-texts.js';

/** Each place of the graph is asked for, some hundred of them with a task. */
const RUN_TIMEOUT_MS = 600_000;

/** What a store may hold of what was planted. */
interface Store {
  readonly environment: Readonly<Record<string, string>>;
  /** After the gateway has stopped: by each way of looking. */
  readonly dumps: () => Promise<Readonly<Record<string, StoredTexts>>>;
  readonly drop: () => Promise<void>;
}

function embedded(dataDir: string): Store {
  return {
    environment: {},
    dumps: async () => {
      const database = await openDatabase({ dataDir, log: silentLog });
      const columns = await textsBySql(database);
      await database.close();
      return { columns };
    },
    drop: () => Promise.resolve(),
  };
}

async function server(): Promise<Store> {
  const { url, drop } = await createPostgresDatabase();
  return {
    environment: {
      DATABASE_URL: url,
      ...(REDIS_SERVER_URL !== undefined && { REDIS_URL: REDIS_SERVER_URL }),
    },
    dumps: async () => {
      const database = await openDatabase({ url, log: silentLog });
      const columns = await textsBySql(database);
      await database.close();
      const dumped = await textsByDump(url);
      if (dumped === undefined) process.stderr.write('pg_dump is missing: SQL alone was used\n');
      return { columns, ...(dumped !== undefined && { dumped }) };
    },
    drop,
  };
}

/** There is no archive here: output-archive.test.ts looks for clear text in its files. */
const EMPTY = 'archived_outputs.file_key';

const sealed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`)
  .filter((column) => column !== EMPTY)
  .sort();

function suite(open: (dataDir: string) => Store | Promise<Store>): void {
  let folder: string;
  let store: Store;
  let run: PlantedRun;
  let collector: TraceCollector;
  let dumps: Readonly<Record<string, StoredTexts>>;
  let files: StoredTexts;
  let redis: StoredTexts = new Map();
  let told: readonly string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-'));
    const [dataDir, temporary] = [join(folder, 'data'), join(folder, 'tmp')];
    await Promise.all([mkdir(dataDir), mkdir(temporary)]);
    setTemporaryFolder(temporary);
    store = await open(dataDir);
    collector = await TraceCollector.start();
    run = await PlantedRun.start({
      ...store.environment,
      DATA_DIR: dataDir,
      WEBHOOK_LOOPBACK: 'true',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_MAX_QUEUE_SIZE: '100000',
    });
    try {
      await run.plantEverywhere();
      told = await run.toldToOthers();
      if (store.environment['REDIS_URL'] !== undefined) {
        const client = new Redis(store.environment['REDIS_URL']);
        redis = await redisTexts(client);
        await client.quit();
      }
      // What is deleted at the end is there now.
      files = await textsOfFiles(temporary);
    } finally {
      await run.stage.stop();
    }
    dumps = await store.dumps();
    files = new Map([...files, ...(await textsOfFiles(folder))]);
  }, RUN_TIMEOUT_MS);

  afterAll(async () => {
    setTemporaryFolder(dirname(folder));
    await collector.close();
    await store.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('L3: a word was planted in every place of the graph', () => {
    expect(run.missed).toEqual([]);
    expect(run.words.count).toBeGreaterThan(900);
    expect(run.secrets.size).toBeGreaterThan(10);
  });

  it('L3, M7: neither another tenant nor the log is told any of it', () => {
    expect(told).toEqual([]);
    expect(run.logged()).toEqual([]);
    expect(run.stage.log.lines.length).toBeGreaterThan(1_000);
  });

  it('L3, M20: a trace holds none of it', () => {
    const { text, spans } = collector;
    expect([...run.words.placesIn(text)]).toEqual([]);
    expect(run.holdsSecret(text)).toBe(false);
    expect(spans.length).toBeGreaterThan(1_000);
  });

  it('L3: Redis holds none of it', () => {
    expect([...redis].flatMap(([key, texts]) => traces(run, key, texts))).toEqual([]);
    expect(redis.size > 0).toBe(store.environment['REDIS_URL'] !== undefined);
  });

  it('S2, L3: a column holds what it is listed for, and no secret of any kind', () => {
    for (const columns of Object.values(dumps)) {
      expect([...columns].flatMap(([column, texts]) => traces(run, column, texts))).toEqual([]);
      // The search finds what is there.
      const labels = (columns.get('tasks.label') ?? []).join('\n');
      expect(run.words.placesIn(labels).size).toBeGreaterThan(20);
      const holding = [...columns].filter(([, texts]) => texts.join().includes('enc1.'));
      expect(holding.map(([column]) => column).sort()).toEqual(sealed);
    }
  });

  it('L3: each column that is listed as clear is there, and has text of a place that it is listed for', () => {
    expect(Object.keys(CLEAR_COLUMNS).filter((column) => sealed.includes(column))).toEqual([]);
    for (const columns of Object.values(dumps)) {
      const idle = Object.keys(CLEAR_COLUMNS).filter(
        (column) => run.words.placesIn((columns.get(column) ?? []).join('\n')).size === 0,
      );
      expect(idle).toEqual([]);
    }
  });

  it('S2, L3: a file of the gateway holds nothing but what stands in a clear column', () => {
    const found = [...files].flatMap(([file, [text = '']]) =>
      [...run.words.placesIn(text)]
        .filter((place) => place !== '?' && !isClear(place))
        .map((place) => `${file}: ${place}`),
    );
    expect(found).toEqual([]);
    const leaking = [...files].filter(([, [text = '']]) => run.holdsSecret(text));
    expect(leaking.map(([file]) => file)).toEqual([]);
  });
}

function isClear(place: string): boolean {
  return Object.values(CLEAR_COLUMNS).some((places) => places.test(place));
}

/** What stands in a column that may not: `column: place`. */
function traces(run: PlantedRun, column: string, texts: readonly string[]): string[] {
  const text = texts.join('\n');
  const own = CLEAR_COLUMNS[column];
  const foreign = [...run.words.placesIn(text)].filter(
    (place) => own === undefined || (place !== '?' && !own.test(place)),
  );
  return [...foreign, ...(run.holdsSecret(text) ? ['a secret'] : [])].map(
    (what) => `${column}: ${what}`,
  );
}

describe('what is left on PGlite', () => {
  suite(embedded);
});

describeServer('what is left on Postgres', () => {
  suite(server);
});

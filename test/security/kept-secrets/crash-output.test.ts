// Guarantee: a process that an error ends writes where that was thrown and nothing that was said: no
// prompt, credential, Runway secret or signed address, on its outputs or in a temporary file.
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '../../../src/emulator/server/start-emulator.js';
import { useBuiltGateway } from '../../support/gateway/built-gateway.js';
import { Canaries } from '../canaries.js';
import { GatewayProcess } from '../../support/gateway/gateway-process.js';
import { ask } from '../../support/client/wire.js';
import { PlantedWords } from './planted-words.js';
import { textsOfFiles } from './stored-texts.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

const CREATE = `mutation ($input: CreateTextToVideoInput!, $label: String, $idempotencyKey: String) {
  createTextToVideo(input: $input, label: $label, idempotencyKey: $idempotencyKey) { task { id } }
}`;

/** Ways in which a process ends, by a signal: what libraries throw holds what they were given. */
const preloaded = (word: string): string => `
  const faulty = () => Object.assign(
    new Error('cannot send ${word}', { cause: new TypeError('at ${word}') }),
    { code: 'ECONNRESET', body: '${word}', query: ['${word}'], headers: { authorization: '${word}' } },
  );
  process.on('SIGUSR2', () => { void Promise.reject(faulty()); });
  process.on('SIGHUP', () => { throw faulty(); });
  process.on('SIGWINCH', () => { setTimeout(() => { throw '${word}'; }, 0); });
`;

describe('a gateway that an error ends', () => {
  const builtGateway = useBuiltGateway();
  const words = new PlantedWords(new Canaries(), 'ada');
  let folder: string;
  let emulator: Emulator;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-'));
    await mkdir(join(folder, 'tmp'));
    emulator = await startEmulator({ port: 0 });
  });

  afterEach(async () => {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(): Promise<GatewayProcess> {
    const file = join(folder, 'faults.mjs');
    await writeFile(file, preloaded(words.word('an error')));
    return await GatewayProcess.start(
      {
        NODE_ENV: 'test',
        LOG_LEVEL: 'debug',
        DATA_DIR: join(folder, 'data'),
        TMPDIR: join(folder, 'tmp'),
        BOOTSTRAP_API_KEY: KEY,
        RUNWAYML_BASE_URL: emulator.url,
        RUNWAYML_API_SECRET: `key_${words.word('the Runway secret')}`,
      },
      ['--import', file, ...builtGateway()],
    );
  }

  /** What goes well, what Runway refuses, and what is no request at all. */
  async function use({ url }: GatewayProcess): Promise<void> {
    const path = '/v1/text_to_video';
    for (const status of [undefined, 400, 500]) {
      const body = { error: `No ${words.word('Runway')}` };
      if (status !== undefined) emulator.setFault({ path, times: 1, status, body });
      const promptText = `A fox and ${words.word('a prompt')}`;
      const variables = {
        input: { gen4_5: { promptText, ratio: 'RATIO_1280_720', duration: 5 } },
        label: words.word('a label'),
        idempotencyKey: words.word('a key'),
      };
      const { status: answered } = await ask(url, KEY, { query: CREATE, variables });
      expect(answered).toBe(200);
    }
    for (const key of [KEY, `${KEY.slice(0, -13)}${words.word('a credential')}`]) {
      await ask(url, key, { query: `{ ${words.word('a document')} }` });
    }
  }

  for (const signal of ['SIGUSR2', 'SIGHUP', 'SIGWINCH'] as const) {
    it(`L3, M21: tells nothing that was said (${signal})`, async () => {
      const gateway = await start();
      await use(gateway);
      process.kill(gateway.pid, signal);
      expect(await gateway.ended()).toBe(1);
      const { output } = gateway;
      // All of it is there.
      expect(output.length).toBeLessThan(20_000);
      expect(output).toContain('an error that nothing has caught ends the process');
      expect([...words.placesIn(output)]).toEqual([]);
      expect(output).not.toContain(KEY);
      for (const [file, [text = '']] of await textsOfFiles(join(folder, 'tmp'))) {
        expect([file, ...words.placesIn(text)]).toEqual([file]);
      }
    });
  }

  it('L3: tells no value of its environment when it cannot start', async () => {
    const secret = words.word('a setting');
    const child = spawn(process.execPath, builtGateway(), {
      env: {
        DATA_DIR: join(folder, 'data'),
        PORT: secret,
        DATABASE_URL: `postgres://gateway:${secret}@127.0.0.1:1/gateway`,
        RUNWAYML_API_SECRET: secret,
        BOOTSTRAP_API_KEY: secret,
        TOKEN_SIGNING_KEY_FILE: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => (output += text.toString()));
    }
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(output).toContain('BOOTSTRAP_API_KEY');
    expect([...words.placesIn(output)]).toEqual([]);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { KeyRing } from '../../src/adapters/postgres/encryption/key-ring.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { silentLog } from '../support/store/database.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { TEST_KEY as OLD_KEY } from '../support/store/key-ring.js';
import { RotationProcess } from '../support/load/rotation-process.js';
import {
  clearText,
  ONCE_CLEAR,
  readSealed,
  rewriteValues,
} from '../support/store/sealed-values.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import { createVideo, readTask, untilStatus } from '../support/client/tasks.js';

const NEW_KEY = Buffer.alloc(32, 'new').toString('base64');
const ringOf = (...keys: readonly string[]) => new KeyRing(keys.join(' '), 'ENCRYPTION_KEY');

describe('keys:rotate on the embedded database of a stopped gateway', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'rotation-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const start = (key: string, clock = new FakeClock()) =>
    startGateway({ DATA_DIR: dataDir, ENCRYPTION_KEY: key }, { clock });

  const open = (key: string) =>
    openDatabase({ dataDir, log: silentLog, keys: () => Promise.resolve(ringOf(key)) });

  function rotate(...args: readonly string[]): RotationProcess {
    const environment = {
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      ENCRYPTION_KEY: `${NEW_KEY} ${OLD_KEY}`,
    };
    return new RotationProcess(builtGateway(), environment, ...args);
  }

  /** Two tasks that have ended, of a gateway that has stopped. */
  async function fill() {
    const clock = new FakeClock();
    const gateway = await start(OLD_KEY, clock);
    const tasks = [];
    for (const prompt of ['A lighthouse at dawn', 'A harbour at dusk']) {
      const { id } = await createVideo(gateway, { input: aVideo(prompt) });
      tasks.push(await untilStatus(gateway, clock, id, 'SUCCEEDED'));
    }
    await gateway.stop();
    return tasks;
  }

  it('S2: encrypts old and clear rows under the new key, and the old key can be taken out', async () => {
    const tasks = await fill();
    const before = await open(OLD_KEY);
    const [first] = tasks;
    await rewriteValues(before, ONCE_CLEAR, (column, value, cipher, id) =>
      id === first?.id ? clearText(column, value, cipher, id) : column.reseal(value, cipher, id),
    );
    await before.close();

    const rotation = rotate('--data-keys');
    expect({ code: await rotation.ended(), output: rotation.output }).toMatchObject({ code: 0 });
    expect(rotation.output).toContain('tasks.input: 1 value encrypted for the first time');
    expect(rotation.output).toContain('tasks.input: 1 value encrypted again');
    expect(rotation.output).toContain(`${ringOf(OLD_KEY).currentId} wraps nothing: take it out`);

    const after = await open(NEW_KEY);
    expect(await readSealed(after)).toMatchObject({ unreadable: [], outdated: [] });
    await after.close();
    const gateway = await start(NEW_KEY);
    for (const task of tasks) {
      expect(lasting(await readTask(gateway, task.id))).toEqual(lasting(task));
    }
    await gateway.stop();
  }, 180_000);
});

/** Without the addresses of its outputs, which are made anew with each read. */
function lasting(task: { readonly output: readonly object[] }): object {
  const output = task.output.map((one) => ({ ...one, url: null, expiresAt: null }));
  return { ...task, output };
}

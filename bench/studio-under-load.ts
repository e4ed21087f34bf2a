import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresPool } from 'kysely';
import { print } from 'graphql';
import { kyselyOver } from '../src/adapters/postgres/connection/kysely-over.js';
import { startApp, type App } from '../src/app/start-app.js';
import { readConfig } from '../src/config/config.js';
import {
  CreateTextToImageDocument,
  ViewerDocument,
  type CreateTextToImageMutation,
  type ViewerQuery,
} from '../client/src/generated/graphql.js';
import { builtStudio } from '../test/support/browser/built-studio.js';
import { WIDE_LIMITS } from '../test/support/gateway/wide-limits.js';
import { silentLog } from '../test/support/store/database.js';
import { insertManyTasks } from '../test/support/store/many-tasks.js';

const OPERATOR_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

/** Pictures that the tasks have in turn. */
const PICTURES = 24;

/** A gateway in this process with so many tasks, whose outputs are pictures of the emulator. */
export class StudioUnderLoad {
  readonly key = OPERATOR_KEY;

  private constructor(
    readonly app: App,
    readonly dataDir: string,
  ) {}

  get url(): string {
    return this.app.url;
  }

  static async start(tasks: number): Promise<StudioUnderLoad> {
    const dataDir = await mkdtemp(join(tmpdir(), 'studio-'));
    let pool: PostgresPool | undefined;
    const config = readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      EMULATOR_PORT: '0',
      DATA_DIR: dataDir,
      BOOTSTRAP_API_KEY: OPERATOR_KEY,
      STUDIO: 'true',
      ...WIDE_LIMITS,
    });
    const app = await startApp(config, {
      log: silentLog,
      studioFolder: await builtStudio(),
      wrapPool: (given) => (pool = given),
    });
    const studio = new StudioUnderLoad(app, dataDir);
    if (pool === undefined) throw new Error('The gateway has no store.');
    const pictures = await studio.#makePictures();
    const { viewer } = await studio.#ask<ViewerQuery>(print(ViewerDocument), {});
    const tenant = viewer?.tenant.id ?? '';
    const made = await kyselyOver(pool).selectFrom('tasks').select('id').execute();
    const now = new Date(Date.now() - 3_600_000);
    const count = tasks - made.length;
    await insertManyTasks(kyselyOver(pool), { tenant, count, now, pictures });
    return studio;
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #makePictures(): Promise<readonly string[]> {
    const { emulator } = this.app;
    if (emulator !== undefined) {
      emulator.settings.taskSeconds = 1;
      emulator.settings.concurrency = null;
    }
    const query = print(CreateTextToImageDocument);
    const answers = await Promise.all(
      Array.from({ length: PICTURES }, async (_, at) => {
        const promptText = `Picture ${String(at)}`;
        const input = { gen4Image: { promptText, ratio: 'RATIO_1360_768' } };
        return await this.#ask<CreateTextToImageMutation>(query, { input, waitSeconds: 50 });
      }),
    );
    return answers.flatMap(({ createTextToImage }) => {
      const [first] = createTextToImage?.task.output ?? [];
      return first === undefined ? [] : [first.url];
    });
  }

  async #ask<Data>(query: string, variables: object): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.key}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }
}

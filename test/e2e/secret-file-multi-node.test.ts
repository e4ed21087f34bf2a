// Guarantee: nodes that learn of a new Runway secret one after the other fail no request meanwhile, and
// buy nothing twice.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  OrganizationDocument,
  TaskDocument,
} from '../../client/src/generated/graphql.js';
import { createPostgresDatabase, describeServer } from '../support/store/database.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { guardRunway } from '../support/runway/guarded-runway.js';
import { aVideo } from '../support/client/inputs.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

const [OLD, NEW] = ['key_old', 'key_new'];
const POST = 'POST /v1/text_to_video';

interface Node {
  readonly gateway: TestGateway;
  readonly log: RecordedLog;
  /** Resolves when this node uses what stands in its file now. */
  replace(text: string): Promise<void>;
}

describeServer('M21: a Runway secret that is replaced on two nodes', () => {
  it('fails no request, whichever node has it already, and buys each task once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-secrets-'));
    const { url, drop } = await createPostgresDatabase();
    const clock = new FakeClock();
    const emulator = await startEmulator({ port: 0, clock, settings: { concurrency: 1 } });
    const runway = await guardRunway(emulator, [OLD, NEW]);
    const nodes: Node[] = [];

    const start = async (name: string): Promise<Node> => {
      const file = join(folder, name);
      await writeFile(file, OLD);
      const log = new RecordedLog();
      const gateway = await startGateway(
        { DATABASE_URL: url, RUNWAYML_API_SECRET_FILE: file, RUNWAYML_BASE_URL: runway.url },
        { clock, log },
      );
      const used = () => log.lines.filter((line) => line.includes('are in use')).length;
      const node = {
        gateway,
        log,
        replace: async (text: string) => {
          const before = used();
          await writeFile(`${file}.new`, text);
          await rename(`${file}.new`, file);
          await clock.until(() => used() > before, { stepMs: 500 });
        },
      };
      nodes.push(node);
      return node;
    };

    try {
      const [first, second] = [await start('first'), await start('second')];
      const ids: string[] = [];
      const buy = async ({ gateway }: Node): Promise<void> => {
        const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
          input: aVideo(),
        });
        ids.push(createTextToVideo.task.id);
        await gateway.data(OrganizationDocument, {});
      };
      const buyOnBoth = async (): Promise<void> => {
        for (const node of nodes) await buy(node);
      };
      await buyOnBoth();
      await first.replace(`${NEW},${OLD}`);
      await buyOnBoth();
      // The other one knows nothing of the account that tasks go over to.
      await clock.advance(10_000);
      await second.replace(`${NEW},${OLD}`);
      await buyOnBoth();
      for (const node of nodes) await node.replace(NEW);
      runway.good.delete(OLD);
      await buyOnBoth();
      for (const id of ids) {
        await clock.until(
          async () => (await second.gateway.data(TaskDocument, { id })).task.status === 'SUCCEEDED',
          { stepMs: 1_000, steps: 2_000 },
        );
      }
      expect(runway.calls.filter(({ isGood }) => !isGood)).toEqual([]);
      expect(runway.calls.filter(({ line }) => line === POST)).toHaveLength(ids.length);
      for (const { log } of nodes) {
        expect(log.lines.filter((line) => line.startsWith('{"level":"error"'))).toEqual([]);
      }
    } finally {
      for (const { gateway } of nodes) await gateway.stop();
      await runway.close();
      await emulator.close();
      await drop();
      await rm(folder, { recursive: true });
    }
  }, 300_000);
});

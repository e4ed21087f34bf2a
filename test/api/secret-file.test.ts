// Guarantee: the operator's Runway secret is replaced while the gateway runs, and no request fails for
// it; a file that is broken changes nothing, and no secret leaves the process.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  OrganizationDocument,
  TaskDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { guardRunway, type GuardedRunway } from '../support/runway/guarded-runway.js';
import { aVideo } from '../support/client/inputs.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

const OLD = 'key_canary_old_1f6e';
const NEW = 'key_canary_new_9b2c';

const POST = 'POST /v1/text_to_video';

describe('RUNWAYML_API_SECRET_FILE', () => {
  let folder: string;
  let file: string;
  let clock: FakeClock;
  let log: RecordedLog;
  let emulator: Emulator;
  let runway: GuardedRunway;
  let gateway: TestGateway;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-secret-'));
    file = join(folder, 'secret');
    clock = new FakeClock();
    log = new RecordedLog();
    emulator = await startEmulator({ port: 0, clock, settings: { concurrency: 1 } });
    runway = await guardRunway(emulator, [OLD]);
    await put(`${OLD}\n`);
    gateway = await startGateway(
      { RUNWAYML_API_SECRET_FILE: file, RUNWAYML_BASE_URL: runway.url },
      { clock, log },
    );
  }, 120_000);

  afterEach(async () => {
    await gateway.stop();
    await runway.close();
    await emulator.close();
    await rm(folder, { recursive: true });
  });

  async function put(text: string): Promise<void> {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }

  const lines = (text: string) => log.lines.filter((line) => line.includes(text));
  const alarms = () => lines('cannot be used: what was read before is');
  const wasTaken = (count: number, meanwhile = (): void => undefined) =>
    clock.until(
      () => {
        meanwhile();
        return lines('are in use').length === count;
      },
      { stepMs: 500 },
    );
  const secretsOf = (line: string) =>
    runway.calls.filter((call) => call.line === line).map(({ secret }) => secret);

  async function buy(): Promise<string> {
    const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, {
      input: aVideo(),
    });
    return createTextToVideo.task.id;
  }
  const statusOf = async (id: string) => (await gateway.data(TaskDocument, { id })).task.status;

  it('M21: replaces the secret with no request failed: two live at once, and what is queued goes over', async () => {
    // A client asks all the time, also while the file is read again.
    const asked: Promise<readonly unknown[]>[] = [];
    const ask = (): void => {
      const answer = gateway.ask(OrganizationDocument, {});
      asked.push(answer.then(({ errors }) => errors ?? []));
    };
    const first = await buy();
    const queued = [await buy(), await buy()];
    expect(await statusOf(queued[0] ?? '')).toBe('QUEUED');
    expect(new Set(runway.calls.map(({ secret }) => secret))).toEqual(new Set([OLD]));

    runway.good.add(NEW);
    await put(`${NEW},${OLD}`);
    await wasTaken(1, ask);
    queued.push(await buy());
    await gateway.data(OrganizationDocument, {});
    expect(runway.calls.at(-1)).toMatchObject({ line: 'GET /v1/organization', secret: NEW });
    await clock.until(async () => (await statusOf(queued[0] ?? '')) !== 'QUEUED', {
      stepMs: 1_000,
    });
    const [firstOf, ...others] = secretsOf(POST);
    expect([firstOf, [...new Set(others)]]).toEqual([OLD, [NEW]]);

    await put(NEW);
    await wasTaken(2, ask);
    // Reads of the first task came with the old one until now. An operator revokes it last.
    expect(asked.length).toBeGreaterThan(4);
    expect((await Promise.all(asked)).flat()).toEqual([]);
    runway.good.delete(OLD);
    const callsBefore = runway.calls.length;
    for (const id of [first, ...queued]) {
      await clock.until(async () => (await statusOf(id)) === 'SUCCEEDED', {
        stepMs: 1_000,
        steps: 1_200,
      });
    }
    expect(new Set(runway.calls.slice(callsBefore).map(({ secret }) => secret))).toEqual(
      new Set([NEW]),
    );
    expect(secretsOf(POST)).toEqual([OLD, NEW, NEW, NEW]);
    expect(runway.calls.filter(({ isGood }) => !isGood)).toEqual([]);
  }, 120_000);

  it('M21: changes nothing for a file that is empty, gone or unreadable, and tells an operator once', async () => {
    for (const [count, spoil] of [
      () => put(''),
      () => put(' \n,'),
      () => put('one two three'),
      () => put(`${NEW}\u0000`),
      () => rm(file),
    ].entries()) {
      await spoil();
      await clock.until(() => alarms().length === count + 1, { stepMs: 500 });
      await clock.advance(30_000);
      expect(alarms()).toHaveLength(count + 1);
      expect(alarms().at(-1)).toMatch(/"level":"error".*RUNWAYML_API_SECRET_FILE/);
      await gateway.data(OrganizationDocument, {});
      expect(runway.calls.at(-1)).toMatchObject({ secret: OLD, isGood: true });
    }
    runway.good.add(NEW);
    await put(NEW);
    await wasTaken(1);
    await gateway.data(OrganizationDocument, {});
    expect(runway.calls.at(-1)).toMatchObject({ secret: NEW, isGood: true });
  }, 120_000);

  it('M21: does not use a secret that Runway refuses, and uses it as soon as Runway knows it', async () => {
    await put(`${NEW},${OLD}`);
    await clock.until(() => alarms().length === 1, { stepMs: 500 });
    expect(alarms()[0]).toContain('RUNWAYML_API_SECRET_FILE: Runway refuses the first secret');
    await clock.advance(120_000);
    expect(alarms()).toHaveLength(1);
    await gateway.data(OrganizationDocument, {});
    expect(runway.calls.at(-1)).toMatchObject({ secret: OLD, isGood: true });
    runway.good.add(NEW);
    await wasTaken(1);
    await gateway.data(OrganizationDocument, {});
    expect(runway.calls.at(-1)).toMatchObject({ secret: NEW, isGood: true });
  }, 120_000);

  it('M21: tells no secret in the log or in errors', async () => {
    runway.good.clear();
    await gateway.ask(OrganizationDocument, {});
    await put(`${NEW}\u0000`);
    await clock.until(() => alarms().length === 1, { stepMs: 500 });
    await put(NEW);
    await clock.until(() => alarms().length === 2, { stepMs: 500 });
    const { errors } = await gateway.ask(OrganizationDocument, {});
    expect(errors).toHaveLength(1);
    for (const text of [log.lines.join('\n'), JSON.stringify(errors)]) {
      expect(text).not.toMatch(/canary/);
    }
  }, 120_000);

  it('M21: refuses the start without a secret in it, and names the setting', async () => {
    await put('\n');
    const start = () =>
      startGateway(
        { RUNWAYML_API_SECRET_FILE: file, RUNWAYML_BASE_URL: runway.url },
        { clock, log },
      );
    await expect(start()).rejects.toThrow('RUNWAYML_API_SECRET_FILE: the file holds no secret.');
    await rm(file);
    await expect(start()).rejects.toThrow(
      /^RUNWAYML_API_SECRET_FILE: .* cannot be read \(ENOENT\)/,
    );
  }, 120_000);
});

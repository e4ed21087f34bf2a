import type { Socket } from 'node:net';
import {
  CreateTextToVideoDocument,
  ViewerBudgetDocument,
  type TaskFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startFaultServer, type FaultServer } from '../support/runway/fault-server.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { readTask } from '../support/client/tasks.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

// Without TLS there is no handshake that would end before the request begins.
describe('a connection without TLS that Runway resets', () => {
  let clock: FakeClock;
  let server: FaultServer;
  let gateway: TestGateway;

  afterEach(async () => {
    await whileTimePasses(clock, gateway.stop());
    await server.close();
  });

  /** A task whose submission has met this. */
  async function bought(onConnect: (socket: Socket) => void): Promise<TaskFieldsFragment> {
    clock = new FakeClock();
    server = await startFaultServer({ onConnect });
    const runway = { RUNWAYML_API_SECRET: 'key_test', RUNWAYML_BASE_URL: server.url };
    gateway = await startGateway(runway, { clock });
    const asked = gateway.data(CreateTextToVideoDocument, { input: aVideo() });
    const { createTextToVideo } = await whileTimePasses(clock, asked);
    return createTextToVideo.task;
  }
  async function holding(): Promise<object | undefined> {
    return (await gateway.data(ViewerBudgetDocument, {})).viewer.budget[0];
  }

  it('F6: before the gateway has heard that it stands: nothing was written, and it is tried again', async () => {
    const task = await bought((socket) => socket.resetAndDestroy());
    expect(task).toMatchObject({ status: 'QUEUED', waitingFor: { reason: 'RUNWAY_UNREACHABLE' } });
    expect(await holding()).toMatchObject({ reserved: CREDITS, spent: 0 });
    const again = await clock.until(async () => {
      const now = await readTask(gateway, task.id);
      return now.waitingFor?.until !== task.waitingFor?.until && now;
    });
    expect(again).toMatchObject({ status: 'QUEUED', waitingFor: { reason: 'RUNWAY_UNREACHABLE' } });
    expect(await holding()).toMatchObject({ reserved: CREDITS, spent: 0 });
  });

  // Guarantee: a request that may have left is not sent again, even if Runway never read it.
  it('F7: with the request in it, unread: it is UNCONFIRMED, and no connection is made for it again', async () => {
    const task = await bought((socket) => {
      socket.once('readable', () => socket.resetAndDestroy());
    });
    expect(task).toMatchObject({ status: 'UNCONFIRMED', waitingFor: null });
    const before = server.connectionCount;
    await clock.advance(60_000);
    expect((await readTask(gateway, task.id)).status).toBe('UNCONFIRMED');
    expect(server.connectionCount).toBe(before);
    expect(await holding()).toMatchObject({ reserved: CREDITS, spent: 0 });
  });
});

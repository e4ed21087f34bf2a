// Guarantee: a session goes on while its tokens end and its connection breaks: each event is shown once it
// can be, and two tenants in two pages of one browser see nothing of each other.
import type { WebSocketRoute } from 'playwright-core';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { signIn, useStudio } from '../../support/browser/studio-stage.js';
import { TENANT_SCOPES } from '../../support/gateway/gateway-stage.js';
import { aVideo } from '../../support/client/inputs.js';
import { createVideo, untilStatus } from '../../support/client/tasks.js';
import { eventually } from '../../support/time/eventually.js';
import { whileTimePasses } from '../../support/time/while-time-passes.js';

/** The gateway is going to be started again: clients come back. */
const SERVICE_RESTART = 1012;

const TOKEN_MINUTES = 15;

describeBrowser('a session of the studio', (open) => {
  const stage = useStudio(open);

  beforeEach(() => {
    stage.gateway.emulator.settings.taskSeconds = 6;
  });

  it('renews its token while a stream is open, and shows what comes after', async () => {
    const { gateway, clock, ann } = stage;
    const { page, faults } = await stage.enter(ann);
    let exchanges = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('StudioToken') === true) exchanges += 1;
    });
    gateway.emulator.settings.taskSeconds = 1.2 * TOKEN_MINUTES * 60;
    const input = aVideo('A harbour in the fog');
    await createVideo(gateway, { input }, ann);
    const card = page.getByRole('article', { name: 'A harbour in the fog' });
    await card.waitFor();
    const done = card.getByText('Done').waitFor({ timeout: 120_000 });
    await whileTimePasses(clock, done, 30_000);
    expect(exchanges).toBeGreaterThanOrEqual(1);
    expect(faults).toEqual([]);
  }, 150_000);

  it('says that the connection is lost, and shows what it missed when it is back', async () => {
    const { gateway, clock, ann } = stage;
    const { page } = await stage.openSignIn();
    const sockets: WebSocketRoute[] = [];
    let isBroken = false;
    await page.routeWebSocket('**/graphql', async (socket) => {
      sockets.push(socket);
      if (isBroken) await socket.close({ code: SERVICE_RESTART });
      else socket.connectToServer();
    });
    await signIn(page, ann);
    const input = aVideo('A kite over dunes');
    const { id } = await createVideo(gateway, { input }, ann);
    const card = page.getByRole('article', { name: 'A kite over dunes' });
    await card.waitFor();
    isBroken = true;
    await Promise.all(sockets.map((socket) => socket.close({ code: SERVICE_RESTART })));
    await page.getByText('No connection to the gateway').waitFor();
    await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
    expect(await card.getByText('Done').isVisible()).toBe(false);
    isBroken = false;
    await card.getByText('Done').waitFor();
    await page.getByText('No connection to the gateway').waitFor({ state: 'hidden' });
  }, 120_000);

  it('shows what happened after the first read and before its stream began', async () => {
    const { gateway, clock, ann } = stage;
    const { page } = await stage.openSignIn();
    const held: (() => void)[] = [];
    let isHeld = true;
    await page.routeWebSocket('**/graphql', (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        const send = (): void => {
          server.send(message);
        };
        if (isHeld && message.includes('"subscribe"')) held.push(send);
        else send();
      });
    });
    const input = aVideo('A ferry at night');
    const { id } = await createVideo(gateway, { input }, ann);
    await signIn(page, ann);
    const card = page.getByRole('article', { name: 'A ferry at night' });
    await card.waitFor();
    await eventually(() => {
      expect(held).not.toEqual([]);
    });
    await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
    isHeld = false;
    for (const send of held) send();
    await card.getByText('Done').waitFor();
  }, 120_000);

  it('shows the very first task though it came after the first read and before the stream began', async () => {
    const { gateway } = stage;
    const carol = await gateway.keyOf('carol', TENANT_SCOPES);
    const { page } = await stage.openSignIn();
    const held: (() => void)[] = [];
    await page.routeWebSocket('**/graphql', (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        if (!message.includes('"subscribe"')) server.send(message);
        else {
          held.push(() => {
            server.send(message);
          });
        }
      });
    });
    await signIn(page, carol);
    await page.getByText('Nothing yet').waitFor();
    await createVideo(gateway, { input: aVideo('A kite in the dunes') }, carol);
    for (const send of held) send();
    await page.getByRole('article', { name: 'A kite in the dunes' }).waitFor();
  }, 120_000);

  it('says that the connection is lost while the browser has none', async () => {
    const { page } = await stage.enter(stage.ann, '/keys');
    await page.context().setOffline(true);
    await page.getByText('No connection to the gateway').waitFor();
    await page.context().setOffline(false);
    await page.getByText('No connection to the gateway').waitFor({ state: 'hidden' });
  });

  it('shows two tenants side by side each their own tasks, as they come', async () => {
    const { gateway, ann, bob } = stage;
    const [forAnn, forBob] = await Promise.all([stage.enter(ann), stage.enter(bob)]);
    const ofAnn = 'A violin on a roof';
    const ofBob = 'A drum in a cellar';
    await createVideo(gateway, { input: aVideo(ofAnn) }, ann);
    await createVideo(gateway, { input: aVideo(ofBob) }, bob);
    await forAnn.page.getByRole('article', { name: ofAnn }).waitFor();
    await forBob.page.getByRole('article', { name: ofBob }).waitFor();
    expect(await forAnn.page.content()).not.toContain(ofBob);
    expect(await forBob.page.content()).not.toContain(ofAnn);
  });
});

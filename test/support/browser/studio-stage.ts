import type { Page } from 'playwright-core';
import type { Machine } from '../../../src/app/machine.js';
import type { Environment } from '../../../src/config/config.js';
import { startGateway, type TestGateway } from '../gateway/start-gateway.js';
import { TENANT_SCOPES } from '../gateway/gateway-stage.js';
import { FakeClock } from '../time/fake-clock.js';
import { builtStudio } from './built-studio.js';
import type { WatchedPage } from './describe-browser.js';

const DAY_MS = 86_400_000;

/** What a file may have otherwise. */
export interface StudioMachine extends Machine {
  /** The gateway starts at this time, which must have passed before a page is opened. */
  readonly daysAgo?: number;
}

/** A gateway that serves the studio, for all tests of a file, and keys of two tenants. */
export interface StudioStage {
  readonly gateway: TestGateway;
  /** It stands still, at the start, until a test moves it; the browser's own goes on. */
  readonly clock: FakeClock;
  readonly ann: string;
  readonly bob: string;
  /** A page with nothing stored, signed in with `key`, at a path below /studio. */
  enter(key: string, path?: string): Promise<WatchedPage>;
  /** A page with nothing stored, at the way to sign in. */
  openSignIn(path?: string): Promise<WatchedPage>;
}

/** Registers start and stop for the tests of a file; `open` is what describeBrowser hands over. */
export function useStudio(
  open: () => Promise<WatchedPage>,
  environment: Environment = {},
  { daysAgo = 0, ...machine }: StudioMachine = {},
): StudioStage {
  const started: { stage?: Omit<StudioStage, 'enter' | 'openSignIn'> } = {};
  const pages: WatchedPage[] = [];
  const stage = (): Omit<StudioStage, 'enter' | 'openSignIn'> => {
    if (started.stage === undefined) throw new Error('It is there only inside a test');
    return started.stage;
  };

  beforeAll(async () => {
    const clock = new FakeClock(new Date(Date.now() - daysAgo * DAY_MS).toISOString());
    const gateway = await startGateway(environment, {
      clock,
      studioFolder: await builtStudio(),
      ...machine,
    });
    gateway.emulator.settings.concurrency = null;
    const ann = await gateway.keyOf('ann', TENANT_SCOPES);
    const bob = await gateway.keyOf('bob', TENANT_SCOPES);
    started.stage = { gateway, clock, ann, bob };
  }, 120_000);
  beforeEach(() => {
    stage().gateway.emulator.clearRequests();
    stage().gateway.emulator.clearFaults();
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
  });
  afterAll(async () => {
    await started.stage?.gateway.stop();
  });

  const openSignIn = async (path = '/'): Promise<WatchedPage> => {
    const watched = await open();
    pages.push(watched);
    await watched.page.goto(`${stage().gateway.url}/studio${path}`);
    await watched.page.getByLabel('API key').waitFor();
    return watched;
  };
  return {
    get gateway() {
      return stage().gateway;
    },
    get clock() {
      return stage().clock;
    },
    get ann() {
      return stage().ann;
    },
    get bob() {
      return stage().bob;
    },
    openSignIn,
    async enter(key, path) {
      const watched = await openSignIn(path);
      await signIn(watched.page, key);
      return watched;
    },
  };
}

/** Fills in the key and waits for the views. */
export async function signIn(page: Page, key: string, isRemembered = false): Promise<void> {
  await page.getByLabel('API key').fill(key);
  if (isRemembered) await page.getByLabel('Stay signed in').check();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
}

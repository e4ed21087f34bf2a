import { HttpOutputSource } from '../adapters/outward/http-output-source.js';
import { HttpFormPost } from '../adapters/outward/http-form-post.js';
import { UndiciOutwardHttp } from '../adapters/outward/undici-outward-http.js';
import { RunwayClient } from '../adapters/runway/client/runway-client.js';
import { SdkRunwayOrganization } from '../adapters/runway/organization/sdk-runway-organization.js';
import { SdkRunwayResources } from '../adapters/runway/resources/sdk-runway-resources.js';
import { SdkCredentialCheck } from '../adapters/runway/sdk-credential-check.js';
import { SdkRunwayApi } from '../adapters/runway/sdk-runway-api.js';
import { startLocalEmulator } from './local-emulator.js';
import { KnownAccounts } from '../services/accounts/known-accounts.js';
import { Slots } from '../services/dispatch/slots.js';
import { AccountAlarms } from '../services/organization/account-alarms.js';
import { Breakers } from '../services/upstream/breakers.js';
import { CallGate } from '../services/upstream/call-gate.js';
import type { Base } from './base.js';
import type { SettingsFiles } from './files/settings-files.js';
import type { Machine } from './machine.js';
import type { Storage } from './storage.js';
import { unawaited } from '../concurrency/unawaited.js';

export type Runway = Awaited<ReturnType<typeof connectRunway>>;

/** Runway, or the emulator in its place: who is asked with which secret, and how it fares. */
export async function connectRunway(
  { config, clock, log, signals, shutdown, metrics, outward }: Base,
  { secrets }: Pick<SettingsFiles, 'secrets'>,
  { stores }: Pick<Storage, 'stores'>,
  { callClock = clock, addedFields }: Machine,
) {
  const routes = new KnownAccounts({
    store: stores.credentials,
    log,
    operator: () => secrets.accounts.current,
    onOperatorSecret: (secret) => {
      secrets.accounts.useStored(secret);
      signals.send('operatorSecret', secret);
    },
    onChanged: (account) => {
      signals.send('accountChanged', account);
    },
  });
  const emulator = await startLocalEmulator(config, clock);
  if (emulator !== undefined) shutdown.add(() => emulator.close());
  const baseUrl = emulator?.url ?? config.runway.baseUrl;
  // The emulator of this process is on this machine: no proxy leads to it.
  const route = emulator === undefined ? outward : localOutward(shutdown);
  const source = new HttpOutputSource(
    route,
    baseUrl.startsWith('http:') ? new URL(baseUrl).origin : undefined,
  );
  const breakers = new Breakers({ clock, log });
  const client = new RunwayClient({
    accounts: () => secrets.accounts.byName,
    ownSecretOf: (account) => routes.secretOf(account),
    baseUrl,
    outward: route,
    timeoutMs: config.runway.timeoutMs,
    ...(addedFields !== undefined && { addedFields }),
    clock: callClock,
    gate: new CallGate({ breakers, clock }),
    metrics,
  });
  shutdown.add(() => client.close());
  const organization = new SdkRunwayOrganization(client);
  const alarms = new AccountAlarms({
    runway: organization,
    clock,
    log,
    onReached: (reached) => {
      signals.send('accountLimit', reached);
    },
  });
  const slots = new Slots({
    runway: organization,
    clock,
    log,
    concurrencyMax: config.runway.concurrencyMax,
    onRead: (account, said) => {
      unawaited(alarms.judge(account, said), { name: 'alarms of an account', log });
    },
  });
  signals.on('accountChanged', (account) => {
    breakers.forget(account);
    slots.forget(account);
    alarms.forget(account);
  });
  return {
    accounts: routes,
    emulator,
    source,
    forms: new HttpFormPost(route, baseUrl.startsWith('http:')),
    breakers,
    slots,
    alarms,
    api: new SdkRunwayApi({ client, log }),
    resources: new SdkRunwayResources(client),
    organization,
    credentialCheck: new SdkCredentialCheck({ baseUrl, outward: route, clock: callClock }),
  };
}

function localOutward(shutdown: Base['shutdown']): UndiciOutwardHttp {
  const outward = new UndiciOutwardHttp();
  shutdown.add(() => outward.close());
  return outward;
}

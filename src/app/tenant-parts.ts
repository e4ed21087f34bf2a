import { storedAccounts } from '../pollers/stored-accounts.js';
import { tenantRatesReader } from '../pollers/tenant-rates-reader.js';
import { tenantRemover } from '../pollers/tenant-remover.js';
import { RunwayCredentials } from '../services/accounts/runway-credentials.js';
import { Budgets } from '../services/budgets/budgets.js';
import { KnownTenantRates } from '../services/limits/known-tenant-rates.js';
import { TenantRemoval } from '../services/tenants/tenant-removal.js';
import { Tenants } from '../services/tenants/tenants.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

/** Tenants with their budgets, rates, own Runway accounts, and their removal. */
export function buildTenants(
  { config, clock, log, signals }: Base,
  { stores }: Pick<Storage, 'stores'>,
  runway: Runway,
) {
  const tenantRates = new KnownTenantRates(stores.tenants);
  const tenants = new Tenants({
    store: stores.tenants,
    budgets: stores.budgets,
    clock,
    log,
    tenancy: config.tenancy,
    onRemoval: () => {
      signals.wake('removal');
    },
    onLimits: () => {
      signals.wake('limits');
    },
  });
  const budgets = new Budgets({
    store: stores.budgets,
    keys: stores.keys,
    tenants: stores.tenants,
    clock,
  });
  const runwayCredentials = new RunwayCredentials({
    store: stores.credentials,
    tenants: stores.tenants,
    check: runway.credentialCheck,
    accounts: runway.accounts,
    runway: runway.organization,
    clock,
    log,
  });
  const removal = new TenantRemoval({
    store: stores.removals,
    runway: runway.api,
    resources: runway.resources,
    owners: stores.resources,
    clock,
    log,
  });
  const ratesReader = tenantRatesReader({ rates: tenantRates, clock, log });
  const remover = tenantRemover({ removal, clock, log });
  signals.on('limits', () => {
    ratesReader.wake();
  });
  signals.on('removal', () => {
    remover.wake();
  });
  const { accounts } = runway;
  const credentialsReader = storedAccounts({
    accounts,
    credentials: runwayCredentials,
    clock,
    log,
  });
  const loops: readonly BackgroundLoop[] = [ratesReader, remover, credentialsReader];
  return { tenants, tenantRates, budgets, runwayCredentials, removal, loops };
}

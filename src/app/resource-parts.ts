import { Following } from '../services/resources/following.js';
import { Grants } from '../services/resources/grants.js';
import { Ownership } from '../services/resources/ownership.js';
import { ResourceLists } from '../services/resources/resource-lists.js';
import { Resources } from '../services/resources/resources.js';
import { RouterRequests } from '../services/resources/router-requests.js';
import { Uploads } from '../services/resources/uploads.js';
import type { Base } from './base.js';
import type { Inputs } from './lineage-parts.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

/** What tenants keep at Runway, and whose it is. */
export function buildResources(
  { config, clock, log, signals }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { accounts, api, resources: runway }: Runway,
  { inputOutputs: outputs, awaitedInputs: inputs }: Inputs,
) {
  const store = stores.resources;
  const ownership = new Ownership({
    ...{ store, outputs, accounts },
    isSoleTenant: config.tenancy === 'single',
  });
  const following = new Following({
    store: stores.following,
    clock,
    onWork: () => {
      signals.wake('poll');
    },
  });
  return {
    ownership,
    following,
    resources: new Resources({ store, runway, ownership, inputs, following, clock }),
    resourceLists: new ResourceLists({ store, runway, ownership, accounts }),
    routerRequests: new RouterRequests({ runway, following, ownership }),
    grants: new Grants({
      store,
      tenants: stores.tenants,
      runway,
      following,
      clock,
      log,
      accounts,
    }),
    uploads: new Uploads({ store, runway: api, clock, accounts }),
  };
}

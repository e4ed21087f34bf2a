// Guarantee: what the fields of one request name is looked up together and read once, and nothing of it
// is there for the next request.
import { ResourceLoaders } from '../../../src/api/resources/resource-loaders.js';
import type { Document } from '../../../src/domain/resource/document.js';
import type { Context } from '../../../src/ports/context.js';
import type { FollowingStore } from '../../../src/ports/resources/following-store.js';
import type { Resource, ResourceStore } from '../../../src/ports/resources/resource-store.js';
import type { RunwayResources } from '../../../src/ports/resources/runway-resources.js';
import type { AwaitedInputs } from '../../../src/services/lineage/awaited-inputs.js';
import { Following } from '../../../src/services/resources/following.js';
import { Ownership } from '../../../src/services/resources/ownership.js';
import { Resources } from '../../../src/services/resources/resources.js';
import { silentLog } from '../../support/store/database.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { viewerOf } from '../../support/gateway/services.js';

const ONE_ACCOUNT = { of: () => 'main', operator: 'main' };

const AT = '2026-01-01T00:00:00.000Z';

function documentOf(id: string): Document {
  return { id, name: id, type: 'text', content: '', usedBy: [], createdAt: AT, updatedAt: AT };
}

function rowOf(tenantId: string, runwayId: string): Resource {
  return {
    tenantId,
    kind: 'document',
    runwayAccount: 'main',
    runwayId,
    alias: null,
    runwaySlug: null,
    parentId: null,
    owner: `key:${tenantId}`,
    grantedAt: null,
    createdAt: new Date(AT),
  };
}

/** Both ports that a read goes through, with all that they were asked. */
function stageOf(rows: readonly Resource[]) {
  const lookUps: string[][] = [];
  const reads: string[] = [];
  const unused = () => Promise.reject(new Error('A read asks for nothing else'));
  const store: ResourceStore = {
    record: unused,
    findByAlias: unused,
    findAny: unused,
    list: unused,
    remove: unused,
    findOwned: (tenantId, kind, ids) => {
      if (kind === 'document') lookUps.push([...ids]);
      return Promise.resolve(
        rows.filter(
          (row) => row.tenantId === tenantId && row.kind === kind && ids.includes(row.runwayId),
        ),
      );
    },
  };
  const runway: Pick<RunwayResources, 'retrieve'> = {
    retrieve: (_account, _kind, id) => {
      reads.push(id);
      return Promise.resolve(documentOf(id) as never);
    },
  };
  const following: FollowingStore = {
    start: unused,
    find: unused,
    makersOf: unused,
    tasksOf: unused,
    cancel: unused,
    end: unused,
  };
  const resources = new Resources({
    store,
    runway: { ...runway, list: unused, change: unused, delete: unused, routerRequests: unused },
    ownership: new Ownership({
      store,
      outputs: { issuesIn: unused },
      accounts: ONE_ACCOUNT,
      isSoleTenant: false,
    }),
    inputs: { prepare: unused } as unknown as AwaitedInputs,
    following: new Following({ store: following, clock: new FakeClock() }),
    clock: new FakeClock(),
  });
  return { loaders: new ResourceLoaders(resources), lookUps, reads };
}

function contextOf(tenantId: string): Context {
  const viewer = viewerOf(tenantId);
  return { viewer, idempotencyKey: null, requestId: 'any', log: silentLog };
}

describe('the loaders of a request', () => {
  const rows = [rowOf('ann', 'one'), rowOf('ann', 'two'), rowOf('bob', 'his')];

  it('look two things up together and read each once, however often they are named', async () => {
    const { loaders, lookUps, reads } = stageOf(rows);
    const context = contextOf('ann');
    const ids = ['one', 'two', 'one', 'one', 'two'];
    const held = await Promise.all(ids.map((id) => loaders.load(context, 'document', id)));
    expect(held.map((one) => one?.resource.id)).toEqual(ids);
    expect(lookUps).toEqual([['one', 'two']]);
    expect(reads.sort()).toEqual(['one', 'two']);
  });

  it('read nothing of another tenant’s', async () => {
    const { loaders, lookUps, reads } = stageOf(rows);
    const context = contextOf('ann');
    const held = await Promise.all(
      ['his', 'one'].map((id) => loaders.load(context, 'document', id)),
    );
    expect(held.map((one) => one?.resource.id)).toEqual([undefined, 'one']);
    expect(lookUps).toHaveLength(1);
    expect(reads).toEqual(['one']);
  });

  it('keep nothing for the next request, and nothing for another viewer', async () => {
    const { loaders, reads } = stageOf(rows);
    const [first, second] = [contextOf('ann'), contextOf('ann')];
    await loaders.load(first, 'document', 'one');
    await loaders.load(second, 'document', 'one');
    expect(reads).toEqual(['one', 'one']);
    expect(await loaders.load(contextOf('bob'), 'document', 'one')).toBeUndefined();
  });
});

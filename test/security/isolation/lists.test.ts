// Guarantee: Runway's lists are those of the whole account; a tenant's lists hold its own things alone,
// count them alone and page over them alone, and a tenant that has nothing sees nothing.
import { resourceCursors } from '../../../src/api/resources/resource-cursor.js';
import type { Operation } from '../../../src/operations/operation.js';
import { fieldOfKind } from '../../../src/operations/fields-of-kind.js';
import { operations } from '../../../src/operations/operations.js';
import { callAs } from './calls.js';
import { placeOf } from './matrix.js';
import { WHOLE_PAGE } from './stage.js';
import { KINDS, type Thing } from './things.js';
import { useWorld, type Holder } from './world.js';

const world = useWorld();

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number | null;
}

/** What of a holder's things each list shows. */
const SHOWN: Readonly<Record<string, readonly Thing[]>> = {
  tasks: ['task', 'liveTask', 'endedTask'],
  webhooks: ['webhook'],
  webhookDeliveries: ['webhookDelivery'],
  ...Object.fromEntries(
    KINDS.flatMap((kind) => {
      const list = fieldOfKind(kind, 'list');
      return list === undefined ? [] : [[list, [kind]]];
    }),
  ),
};

/** Lists that can be long, and tell no count. */
const UNCOUNTED: ReadonlySet<string> = new Set(['tasks', 'webhooks', 'webhookDeliveries']);

async function pagesOf(list: string, by: Holder, first: number): Promise<Page[]> {
  const { stage } = world();
  const field = stage.field(list);
  const call = callAs(field, placeOf(list) ?? {}, {}, by.things) ?? {};
  const pages: Page[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const more = after === undefined ? {} : { after };
    const page = (await stage.data(by.tenant, list, { ...call, first, ...more })) as Page;
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  return pages;
}

/** Each tenant has two sessions; the number of those that are READY. */
async function openSessions({ tenant, things, spares }: Holder): Promise<number> {
  const ids = [things.realtimeSession, spares.realtimeSession].flatMap((id) => id ?? []);
  const sessions = await Promise.all(
    ids.map((id) => world().stage.data(tenant, 'realtimeSession', { id })),
  );
  return sessions.filter((session) => (session as { status: string }).status === 'READY').length;
}

const idsIn = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));

it('there is no list of a tenant’s but those that are tried here', () => {
  const lists = Object.entries<Operation>(operations).filter(([name, { root, scope }]) => {
    const isList = String(world().stage.field(name).field.type).endsWith('Connection');
    return root === 'Query' && scope !== 'operator' && isList;
  });
  expect(lists.map(([name]) => name).sort()).toEqual(
    [...Object.keys(SHOWN), 'apiKeys', 'auditEvents', 'routerRequests'].sort(),
  );
});

describe.each(Object.entries(SHOWN))('%s', (list, shown) => {
  it('M1: show a tenant what it has, whole and in pages, and no more', async () => {
    const { a, b } = world();
    for (const [by, other] of [[a, b] as const, [b, a] as const]) {
      const [whole] = await pagesOf(list, by, WHOLE_PAGE);
      const ids = idsIn(whole === undefined ? [] : [whole]);
      const own = shown.flatMap((thing) => [by.things[thing], by.spares[thing]]);
      const foreign = shown.flatMap((thing) => [other.things[thing], other.spares[thing]]);
      expect(ids).toEqual(expect.arrayContaining(own));
      expect(ids.filter((id) => foreign.includes(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      // A session that is still on is counted, whose conversation may yet come.
      const open = list === 'avatarConversations' ? await openSessions(by) : 0;
      if (!UNCOUNTED.has(list)) expect(whole?.totalCount).toBe(ids.length + open);
      expect(whole?.edges.map(({ node }) => node.id)).toEqual(ids);
      expect(idsIn(await pagesOf(list, by, 1))).toEqual(ids);
    }
  });

  it('M1: show nothing to a tenant that has nothing, and Runway is not asked', async () => {
    const { stage, empty } = world();
    const [page, ...others] = await pagesOf(list, empty, WHOLE_PAGE);
    expect(others).toEqual([]);
    expect(page).toMatchObject({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    if (!UNCOUNTED.has(list)) expect(page?.totalCount).toBe(0);
    expect(stage.gateway.emulator.requests()).toEqual([]);
  });
});

describe('apiKeys', () => {
  it('show a tenant its own keys, whole and in pages, and no more', async () => {
    for (const { tenant, things, spares } of [world().a, world().b, world().empty]) {
      const by = { tenant, things: {}, spares: {} };
      const [whole] = await pagesOf('apiKeys', by, WHOLE_PAGE);
      const ids = idsIn(whole === undefined ? [] : [whole]);
      const own = [tenant.keyId, things.apiKey, spares.apiKey].flatMap((id) => id ?? []);
      expect(ids.toSorted()).toEqual([...new Set(own)].toSorted());
      expect(whole?.totalCount).toBe(ids.length);
      expect(idsIn(await pagesOf('apiKeys', by, 1))).toEqual(ids);
    }
  });
});

describe('auditEvents', () => {
  it('M1: show a tenant its own records, whole and in pages, and no more', async () => {
    const { a, b, empty } = world();
    for (const { tenant } of [a, b, empty]) {
      const by = { tenant, things: {}, spares: {} };
      const pages = await pagesOf('auditEvents', by, WHOLE_PAGE);
      const nodes = pages.flatMap((page) => page.nodes as readonly { readonly tenant?: string }[]);
      // One that has nothing has done nothing either.
      expect(nodes.length > 0).toBe(tenant !== empty.tenant);
      expect(nodes.filter((node) => node.tenant !== tenant.id)).toEqual([]);
      const [newest] = await pagesOf('auditEvents', by, 50);
      expect(idsIn(newest === undefined ? [] : [newest])).toEqual(idsIn(pages).slice(0, 50));
    }
  });
});

describe('routerRequests', () => {
  it('show nothing of another’s where its place at Runway is forged into the own list', async () => {
    const { stage, a, b } = world();
    const asked = async (runwayCursor: string) => {
      const routerId = b.things.router ?? '';
      const after = resourceCursors.write({ runwayCursor, skip: 0, of: routerId });
      const { errors, data } = await stage.call(b.tenant, 'routerRequests', { routerId, after });
      return { codes: errors.map(({ extensions }) => extensions.code), data };
    };
    const theirs = resourceCursors.read(a.things.routerRequestCursor ?? '');
    const runwayCursor = 'skip' in theirs ? theirs.runwayCursor : null;
    expect(runwayCursor).not.toBeNull();
    expect(await asked(runwayCursor ?? '')).toEqual(await asked('no-cursor-at-all'));
    for (const { path } of stage.gateway.emulator.requests()) {
      expect(path).toBe(`/v1/routers/${String(b.things.router)}/requests`);
    }
    // The forged place is the one thing of another's that has reached Runway.
    stage.gateway.emulator.clearRequests();
  });

  it('show what the tenant’s own router has decided, with its own tasks, in pages', async () => {
    for (const by of [world().a, world().b]) {
      const [whole] = await pagesOf('routerRequests', by, WHOLE_PAGE);
      const ids = idsIn(whole === undefined ? [] : [whole]);
      expect(ids.length).toBeGreaterThanOrEqual(3);
      expect(idsIn(await pagesOf('routerRequests', by, 1))).toEqual(ids);
    }
  });
});

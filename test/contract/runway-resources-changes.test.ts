import type { JsonObject } from '../../src/domain/input/json.js';
import {
  rowOf,
  type ChangeableKind,
  type DeletableKind,
  type EndableKind,
  type ListableKind,
  type ReadableKind,
} from '../../src/domain/resource/kinds.js';
import { ELSEWHERE, SEEDED, SEEDED_AT } from '../../src/emulator/resources/seeded.js';
import type { RunwayResources } from '../../src/ports/resources/runway-resources.js';
import { UNKNOWN_ID } from '../emulator/harness.js';
import {
  A_SESSION,
  A_VOICE,
  AN_AVATAR,
  FIRST_PAGE,
  SEEDED_IDS,
  READABLE_KINDS,
  useRunway,
} from '../support/runway/runway-stage.js';

const stage = useRunway();

/** Runway has no cursors for workflows. */
type PagedKind = Exclude<ListableKind, 'workflow'>;

describe('list', () => {
  const MAKES = {
    avatar: (index) =>
      stage.make('avatars.create', { ...AN_AVATAR, name: `Avatar ${String(index)}` }),
    // A conversation that broke off before a participant joined.
    avatarConversation: () =>
      stage.make('realtimeSessions.create', { ...A_SESSION, startScript: '[bad-output]' }),
    document: (index) =>
      stage.make('documents.create', { name: `Doc ${String(index)}`, content: 'x' }),
    router: (index) => stage.make('routers.create', { slug: `r${String(index)}` }),
    voice: (index) => stage.make('voices.create', { ...A_VOICE, name: `Voice ${String(index)}` }),
  } satisfies Record<PagedKind, (index: number) => Promise<string>>;
  const PAGED = Object.keys(MAKES) as PagedKind[];

  it.each(PAGED)('pages %ss, newest first, by Runway’s own cursors', async (kind) => {
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      stage.harness.clock.advance(1_000);
      made.unshift(await MAKES[kind](index));
    }
    stage.harness.clock.advance(5_000);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await stage.resources.list('main', kind, { limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.slice(0, 5)).toEqual(made);
    expect(seen).toContain(SEEDED_IDS[kind]);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('tells of each what a page shows', async () => {
    const shown = async (kind: ListableKind) =>
      (await stage.resources.list('main', kind, FIRST_PAGE)).items.find(
        ({ id }) => id === SEEDED_IDS[kind],
      );
    const createdAt = '2026-01-01T00:00:00.000Z';
    const bare = { slug: null, avatarId: null, createdAt };
    expect(await shown('avatar')).toEqual({ id: ELSEWHERE.avatarId, name: 'Reception', ...bare });
    expect(await shown('voice')).toMatchObject({ name: 'House voice', ...bare });
    expect(await shown('document')).toMatchObject({ name: 'Opening hours', ...bare });
    expect(await shown('router')).toMatchObject({ name: 'Studio', ...bare, slug: 'studio' });
    expect(await shown('workflow')).toMatchObject({ name: expect.any(String), slug: null });
    expect(await shown('avatarConversation')).toMatchObject({
      ...bare,
      avatarId: ELSEWHERE.avatarId,
    });
  });

  it('limits conversations to those with one avatar', async () => {
    await MAKES.avatarConversation();
    stage.harness.clock.advance(5_000);
    const all = await stage.resources.list('main', 'avatarConversation', FIRST_PAGE);
    expect(all.items.map(({ avatarId }) => avatarId)).toEqual([null, ELSEWHERE.avatarId]);
    const filter = { parentId: ELSEWHERE.avatarId };
    const some = await stage.resources.list('main', 'avatarConversation', FIRST_PAGE, filter);
    expect(some.items.map(({ id }) => id)).toEqual([ELSEWHERE.conversationId]);
  });

  it('limits conversations to those of a time', async () => {
    const idsBy = async (filter: Parameters<RunwayResources['list']>[3]) => {
      const kind = 'avatarConversation';
      const { items } = await stage.resources.list('main', kind, FIRST_PAGE, filter);
      return items.map(({ id }) => id);
    };
    const at = new Date(SEEDED_AT);
    const later = new Date(at.getTime() + 1);
    expect(await idsBy({ createdFrom: at, createdBefore: later })).toEqual([
      ELSEWHERE.conversationId,
    ]);
    expect(await idsBy({ createdFrom: later })).toEqual([]);
    expect(await idsBy({ createdBefore: at })).toEqual([]);
  });

  it('pages workflows, which Runway does not', async () => {
    const first = await stage.resources.list('main', 'workflow', { limit: 1, cursor: null });
    expect(first.nextCursor).not.toBeNull();
    const second = await stage.resources.list('main', 'workflow', {
      limit: 1,
      cursor: first.nextCursor,
    });
    expect(second.nextCursor).toBeNull();
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
      [SEEDED.workflowId, ELSEWHERE.workflowId].sort(),
    );
    const beyond = await stage.resources.list('main', 'workflow', { limit: 1, cursor: '99' });
    expect(beyond).toEqual({ items: [], nextCursor: null });
  });

  it.each([...PAGED, 'workflow'] as const)('refuses a cursor of another list: %s', async (kind) => {
    await expect(
      stage.resources.list('main', kind, { limit: 1, cursor: 'eA' }),
    ).rejects.toMatchObject({
      code: 'RUNWAY_REFUSED',
    });
  });
});

describe('change', () => {
  it('changes what the body names and keeps the rest', async () => {
    const avatar = { name: 'Front desk', startScript: null };
    expect(
      await stage.resources.change('main', 'avatar', ELSEWHERE.avatarId, avatar),
    ).toMatchObject({
      kind: 'changed',
      resource: { ...avatar, documentIds: [ELSEWHERE.documentId], status: 'READY' },
    });
    const voice = { description: null };
    expect(await stage.resources.change('main', 'voice', ELSEWHERE.voiceId, voice)).toMatchObject({
      kind: 'changed',
      resource: { name: 'House voice', description: null },
    });
    const router = { settings: { maxCreditsPerGeneration: { video: 9 } } };
    expect(
      await stage.resources.change('main', 'router', ELSEWHERE.routerId, router),
    ).toMatchObject({
      kind: 'changed',
      resource: { version: 2, settings: { optimizeFor: 'cost', maxCreditsPerVideo: 9 } },
    });
  });

  it('reads a document after it was changed: Runway answers without it', async () => {
    const body = { content: 'Closed.' };
    expect(
      await stage.resources.change('main', 'document', ELSEWHERE.documentId, body),
    ).toMatchObject({
      kind: 'changed',
      resource: { name: 'Opening hours', content: 'Closed.' },
    });
    expect(stage.harness.emulator.requests().map(({ method }) => method)).toEqual(['PATCH', 'GET']);
  });

  it('tells a conflict while an avatar is processed', async () => {
    const id = await stage.make('avatars.create', AN_AVATAR);
    const body = { referenceImage: 'https://example.com/other.png' };
    expect(await stage.resources.change('main', 'avatar', id, body)).toEqual({ kind: 'conflict' });
  });

  const BAD = {
    avatar: { name: '' },
    document: { name: '' },
    router: { settings: { models: { ids: ['no-such-model'] } } },
    voice: { name: '' },
  } satisfies Record<ChangeableKind, JsonObject>;
  const CHANGED = Object.keys(BAD) as ChangeableKind[];

  it.each(CHANGED)('tells what is wrong with a %s', async (kind) => {
    expect(await stage.resources.change('main', kind, SEEDED_IDS[kind], BAD[kind])).toMatchObject({
      kind: 'refused',
      refusal: { status: 400, issues: [{ path: expect.any(Array) }] },
    });
  });

  it.each(CHANGED)('finds no %s that is not there', async (kind) => {
    const missing = { kind: 'missing' };
    expect(await stage.resources.change('main', kind, UNKNOWN_ID, { name: 'x' })).toEqual(missing);
    stage.harness.emulator.clearRequests();
    expect(await stage.resources.change('main', kind, '..', { name: 'x' })).toEqual(missing);
    expect(stage.harness.emulator.requests()).toEqual([]);
  });
});

describe('delete', () => {
  const DELETABLE = READABLE_KINDS.filter(
    (kind): kind is Exclude<DeletableKind & ReadableKind, EndableKind> =>
      rowOf(kind).sdk.delete !== undefined && rowOf(kind).staysReadable === undefined,
  );

  it.each(DELETABLE)('deletes a %s, and counts a missing one as deleted', async (kind) => {
    await stage.resources.delete('main', kind, SEEDED_IDS[kind]);
    expect(await stage.resources.retrieve('main', kind, SEEDED_IDS[kind])).toBeUndefined();
    await stage.resources.delete('main', kind, SEEDED_IDS[kind]);
    stage.harness.emulator.clearRequests();
    await stage.resources.delete('main', kind, '..');
    expect(stage.harness.emulator.requests()).toEqual([]);
  });
});

describe('routerRequests', () => {
  it('pages what a router has decided, newest first', async () => {
    const routed = { configId: SEEDED.routerSlug, input: { promptText: 'a fox' } };
    const first = await stage.make('generate.image.create', routed);
    stage.harness.clock.advance(1_000);
    const second = await stage.make('generate.image.create', routed);

    const page = await stage.resources.routerRequests('main', SEEDED.routerId, {
      limit: 1,
      cursor: null,
    });
    expect(page?.items).toMatchObject([
      {
        id: expect.any(String),
        requestId: expect.any(String),
        status: 'routed',
        model: expect.any(String),
        provider: expect.any(String),
        reason: expect.any(String),
        reasonCode: 'best_quality',
        estimatedCredits: expect.any(Number),
        emptiedBy: [],
        runwayTaskId: second,
      },
    ]);
    expect(page?.items[0]?.pipeline).toContainEqual({
      type: 'rank',
      outcome: 'selected',
      filter: null,
      models: [],
      skipped: [],
      allExhausted: null,
    });
    const cursor = page?.nextCursor ?? null;
    const next = await stage.resources.routerRequests('main', SEEDED.routerId, {
      limit: 1,
      cursor,
    });
    expect(next).toMatchObject({ items: [{ runwayTaskId: first }], nextCursor: null });
  });

  it('finds none of a router that is not there', async () => {
    expect(await stage.resources.routerRequests('main', UNKNOWN_ID, FIRST_PAGE)).toBeUndefined();
    expect(await stage.resources.routerRequests('main', '..', FIRST_PAGE)).toBeUndefined();
  });
});

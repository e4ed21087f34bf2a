import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { UNKNOWN_ID } from '../emulator/harness.js';
import {
  A_SESSION,
  A_VOICE,
  AN_AVATAR,
  READABLE_KINDS,
  useRunway,
} from '../support/runway/runway-stage.js';

const stage = useRunway();
const SIGNED = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//);
const RECEPTIONIST = { type: 'custom', avatarId: ELSEWHERE.avatarId };

describe('retrieve', () => {
  it('reads an avatar with its own voice', async () => {
    expect(await stage.resources.retrieve('main', 'avatar', ELSEWHERE.avatarId)).toEqual({
      id: ELSEWHERE.avatarId,
      status: 'READY',
      name: 'Reception',
      personality: expect.any(String),
      startScript: null,
      voice: {
        presetId: null,
        voiceId: ELSEWHERE.voiceId,
        name: 'House voice',
        description: 'Warm, and a little slow.',
        deleted: false,
      },
      documentIds: [ELSEWHERE.documentId],
      referenceImageUrl: SIGNED,
      processedImageUrl: SIGNED,
      failureReason: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('tells an own voice that was deleted, and a built-in one', async () => {
    const id = await stage.make('avatars.create', AN_AVATAR);
    expect(await stage.resources.retrieve('main', 'avatar', id)).toMatchObject({
      voice: { presetId: 'adrian', voiceId: null, name: 'Adrian', deleted: false },
    });
    await stage.resources.delete('main', 'voice', ELSEWHERE.voiceId);
    expect(await stage.resources.retrieve('main', 'avatar', ELSEWHERE.avatarId)).toMatchObject({
      voice: { presetId: null, voiceId: ELSEWHERE.voiceId, name: null, deleted: true },
    });
  });

  it('follows avatars and voices from PROCESSING to READY or FAILED', async () => {
    const [avatar, badAvatar, voice, badVoice] = [
      await stage.make('avatars.create', AN_AVATAR),
      await stage.make('avatars.create', { ...AN_AVATAR, personality: 'A [moderated] one.' }),
      await stage.make('voices.create', A_VOICE),
      await stage.make('voices.create', { ...A_VOICE, name: 'Ada [bad-output]' }),
    ];
    const avatars = () =>
      Promise.all([avatar, badAvatar].map((id) => stage.resources.retrieve('main', 'avatar', id)));
    const voices = () =>
      Promise.all([voice, badVoice].map((id) => stage.resources.retrieve('main', 'voice', id)));
    const processing = { status: 'PROCESSING', failureReason: null };
    expect(await avatars()).toMatchObject([{ ...processing, processedImageUrl: null }, processing]);
    expect(await voices()).toMatchObject([{ ...processing, previewUrl: null }, processing]);

    stage.harness.clock.advance(5_000);
    const failed = { status: 'FAILED', failureReason: expect.any(String) };
    expect(await avatars()).toMatchObject([{ status: 'READY', processedImageUrl: SIGNED }, failed]);
    expect(await voices()).toMatchObject([
      { id: voice, name: 'Ada', description: null, status: 'READY', previewUrl: SIGNED },
      { ...failed, previewUrl: null },
    ]);
  });

  it('reads a document with the avatars that use it', async () => {
    expect(await stage.resources.retrieve('main', 'document', ELSEWHERE.documentId)).toEqual({
      id: ELSEWHERE.documentId,
      name: 'Opening hours',
      type: 'text',
      content: expect.stringContaining('nine to five'),
      usedBy: [{ avatarId: ELSEWHERE.avatarId, name: 'Reception', imageUrl: SIGNED }],
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('follows a session to its end, and shows the key while it is READY alone', async () => {
    const id = await stage.make('realtimeSessions.create', {
      ...A_SESSION,
      avatar: RECEPTIONIST,
      maxDuration: 10,
    });
    const look = () => stage.resources.retrieve('main', 'realtimeSession', id);
    const keyless = { id, sessionKey: null, expiresAt: null };
    expect(await look()).toMatchObject({ ...keyless, status: 'NOT_READY', queued: false });

    stage.harness.clock.advance(3_000);
    const key = { sessionKey: expect.any(String), expiresAt: expect.any(String) };
    expect(await look()).toMatchObject({ status: 'READY', ...key });

    await stage.join(id);
    expect(await look()).toMatchObject({ ...keyless, status: 'RUNNING', duration: null });

    stage.harness.clock.advance(11_000);
    const over = { ...keyless, status: 'COMPLETED', duration: 10, failureCode: null };
    expect(await look()).toMatchObject(over);
  });

  it('reads sessions that failed or were cancelled', async () => {
    const failing = await stage.make('realtimeSessions.create', {
      ...A_SESSION,
      startScript: '[bad-output]',
    });
    const cancelled = await stage.make('realtimeSessions.create', A_SESSION);
    await stage.resources.delete('main', 'realtimeSession', cancelled);
    stage.harness.clock.advance(3_000);
    expect(await stage.resources.retrieve('main', 'realtimeSession', failing)).toMatchObject({
      status: 'FAILED',
      failureCode: expect.stringMatching(/^[A-Z_]+\.[A-Z_]+$/),
    });
    expect(await stage.resources.retrieve('main', 'realtimeSession', cancelled)).toMatchObject({
      status: 'CANCELLED',
      sessionKey: null,
    });
  });

  it('reads what was said, with tools', async () => {
    const conversation = await stage.resources.retrieve(
      'main',
      'avatarConversation',
      ELSEWHERE.conversationId,
    );
    expect(conversation).toMatchObject({
      id: ELSEWHERE.conversationId,
      status: 'ENDED',
      avatarId: ELSEWHERE.avatarId,
      avatarPresetId: null,
      avatarName: 'Reception',
      avatarImageUrl: SIGNED,
      duration: 42,
      maxDuration: 300,
      recordingUrl: SIGNED,
      tools: [{ name: 'opening_hours', description: expect.any(String), type: 'backend_rpc' }],
      failureCode: null,
      startedAt: expect.any(String),
      endedAt: expect.any(String),
    });
    const entries = conversation?.transcript ?? [];
    expect(entries[0]).toMatchObject({ role: 'assistant', content: 'Welcome! How can I help?' });
    expect(entries.flatMap(({ toolCalls }) => toolCalls)).toContainEqual({
      id: expect.any(String),
      name: 'opening_hours',
      arguments: expect.any(Object),
    });
    expect(entries.flatMap(({ toolResults }) => toolResults)).toContainEqual(
      expect.objectContaining({
        name: 'opening_hours',
        durationMs: expect.any(Number),
        error: null,
      }),
    );
  });

  it('reads conversations that go on, failed, or lost their avatar', async () => {
    const held = await stage.make('realtimeSessions.create', A_SESSION);
    const failed = await stage.make('realtimeSessions.create', {
      ...A_SESSION,
      startScript: '[bad-output]',
    });
    stage.harness.clock.advance(3_000);
    await stage.join(held);
    expect(await stage.resources.retrieve('main', 'avatarConversation', held)).toMatchObject({
      status: 'IN_PROGRESS',
      avatarId: null,
      avatarPresetId: 'cat-character',
      endedAt: null,
    });
    expect(await stage.resources.retrieve('main', 'avatarConversation', failed)).toMatchObject({
      status: 'FAILED',
      failureCode: expect.any(String),
      startedAt: null,
    });
    await stage.resources.delete('main', 'avatar', ELSEWHERE.avatarId);
    const orphan = await stage.resources.retrieve(
      'main',
      'avatarConversation',
      ELSEWHERE.conversationId,
    );
    expect(orphan).toMatchObject({ avatarId: null, avatarPresetId: null });
  });

  it('reads a router with all settings, and one without', async () => {
    const settings = {
      optimizeFor: 'latency',
      fallback: { onCapacity: true },
      maxCreditsPerGeneration: { audio: 1, image: 2, video: 3 },
      models: { mode: 'allowlist_only', ids: ['gen4.5'] },
    };
    const id = await stage.make('routers.create', { slug: 'full', name: 'Full', settings });
    expect(await stage.resources.retrieve('main', 'router', id)).toMatchObject({
      slug: 'full',
      name: 'Full',
      description: null,
      version: 1,
      settings: {
        optimizeFor: 'latency',
        fallbackOnCapacity: true,
        maxCreditsPerAudio: 1,
        maxCreditsPerImage: 2,
        maxCreditsPerVideo: 3,
        modelsMode: 'allowlist_only',
        modelIds: ['gen4.5'],
        schemaVersion: 1,
      },
    });
    expect(await stage.resources.retrieve('main', 'router', ELSEWHERE.routerId)).toMatchObject({
      slug: 'studio',
      settings: {
        optimizeFor: 'cost',
        fallbackOnCapacity: null,
        maxCreditsPerVideo: null,
        modelsMode: null,
        modelIds: [],
      },
    });
  });

  it('reads a workflow with its graph', async () => {
    const workflow = await stage.resources.retrieve('main', 'workflow', ELSEWHERE.workflowId);
    expect(workflow).toMatchObject({
      id: ELSEWHERE.workflowId,
      version: expect.any(Number),
      graph: { version: expect.any(Number), edges: expect.any(Array) },
    });
    expect(JSON.stringify(workflow?.graph.nodes)).toContain(ELSEWHERE.workflowNodes.image);
  });

  it.each(READABLE_KINDS)(
    'finds no %s that is not there, nor asks for an id that is a path',
    async (kind) => {
      expect(await stage.resources.retrieve('main', kind, UNKNOWN_ID)).toBeUndefined();
      stage.harness.emulator.clearRequests();
      for (const id of ['', '.', '..']) {
        expect(await stage.resources.retrieve('main', kind, id)).toBeUndefined();
      }
      expect(stage.harness.emulator.requests()).toEqual([]);
      expect(await stage.resources.retrieve('main', kind, '../avatars')).toBeUndefined();
      expect(stage.harness.emulator.requests()[0]?.path).toMatch(/%2Favatars$/);
    },
  );
});

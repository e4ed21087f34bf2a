/** What stands in the emulator from the start. */
export const SEEDED = {
  /** A published workflow: a text that becomes an image, which becomes a video. */
  workflowId: '5eed0000-0000-4000-8000-000000000001',
  workflowNodes: { prompt: 'node-prompt', image: 'node-image', video: 'node-video' },
  routerId: '5eed0000-0000-4000-8000-000000000002',
  routerSlug: 'default',
} as const;

/** When the seeded things were made. */
export const SEEDED_AT = '2026-01-01T00:00:00.000Z';

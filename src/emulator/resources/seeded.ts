/** What stands in the emulator from the start. */
export const SEEDED = {
  /** A published workflow: a text that becomes an image, which becomes a video. */
  workflowId: '5eed0000-0000-4000-8000-000000000001',
  workflowNodes: {
    prompt: '5eed0000-0000-4000-8000-0000000000a1',
    image: '5eed0000-0000-4000-8000-0000000000a2',
    video: '5eed0000-0000-4000-8000-0000000000a3',
  },
  routerId: '5eed0000-0000-4000-8000-000000000002',
  routerSlug: 'default',
} as const;

/**
 * What stands there too, as if it had been made in Runway's own application: no tenant that uses
 * the API has made any of it.
 */
export const ELSEWHERE = {
  /** READY; speaks with the custom voice and knows the document. */
  avatarId: '5f0c4b9e-2d17-4a63-9b0e-7c1d8e5a2f34',
  voiceId: 'c3a9d1f0-6b42-4e8d-8a57-0d9b3e6f1c28',
  documentId: '0b6de1a4-93c7-4f52-8c1e-a4d27f95b360',
  /** Of 42 s with the avatar, over; its realtime session has the same id. */
  conversationId: 'd84f2a61-7e0b-4c39-9f15-62b8c07da1e3',
  /** A published workflow: a text that becomes an image. */
  workflowId: '7a1e9c52-48bf-4d06-b3a7-15c9e80f6d24',
  workflowNodes: {
    prompt: '4c7d2e18-95ab-4f36-8e01-b6d3a9f07c52',
    image: 'f19b8d63-07e4-4a2c-b5d8-3e60c1749af8',
  },
  routerId: 'e92b73d5-0c4a-4861-a2fd-38d617b5c9f0',
  routerSlug: 'studio',
  /** The organisation to which the workspaces of Runway's application belong. */
  organizationId: '3c58f0e7-a619-4b2d-8e74-9d01c6b5a2f8',
  /** The newest entry of the audit log. */
  auditLogEventId: '91d6b4c8-5f2e-4a70-b8c3-e7a0f4d12960',
} as const;

/** When the seeded things were made. */
export const SEEDED_AT = '2026-01-01T00:00:00.000Z';

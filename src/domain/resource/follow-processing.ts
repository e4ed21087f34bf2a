export const PROCESSING_STATUSES = ['PROCESSING', 'READY', 'FAILED', 'UNKNOWN'] as const;
export type ProcessingStatus = (typeof PROCESSING_STATUSES)[number];

/** The `follow` of kinds that Runway processes once and again. */
export const FOLLOW_PROCESSING = {
  needsTask: ({ status }: { readonly status: ProcessingStatus }) => status === 'PROCESSING',
  isOver: ({ status }: { readonly status: ProcessingStatus }) =>
    status === 'READY' || status === 'FAILED',
  endsWithOwner: true,
} as const;

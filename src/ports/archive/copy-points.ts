/** The instants between which a copy must be safe when its process dies, in order. */
export const COPY_POINTS = [
  'afterLease',
  'midStream',
  'beforeRename',
  'afterRename',
  'afterKept',
] as const;

export type CopyPoint = (typeof COPY_POINTS)[number];

/** Is told where a copy has come to. Does nothing in production. */
export interface CopyPoints {
  /** Synchronous, so that nothing happens in between. */
  reach(point: CopyPoint, id: string): void;
}

export const noCopyPoints: CopyPoints = { reach: () => undefined };

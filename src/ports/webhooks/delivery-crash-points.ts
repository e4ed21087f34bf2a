/** The instants between which a delivery must be safe when its process dies, in order. */
export const DELIVERY_CRASH_POINTS = [
  'beforeLease',
  'afterLease',
  'afterAnswer',
  'beforeRecord',
  'afterRecord',
] as const;

export type DeliveryCrashPoint = (typeof DELIVERY_CRASH_POINTS)[number];

/** Is told how far deliveries have come. Does nothing in production. */
export interface DeliveryCrashPoints {
  /** Synchronous, so that nothing happens in between. */
  reach(point: DeliveryCrashPoint): void;
}

export const noDeliveryCrashPoints: DeliveryCrashPoints = { reach: () => undefined };

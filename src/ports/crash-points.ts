/**
 * The instants between which a submission must be safe when its process dies. In order; what
 * happens on the wire in between is undici's to tell. Where a request is sent as it is accepted, one
 * commit does both: the points before it come together, and then the points after it.
 */
export const CRASH_POINTS = [
  'beforeAcceptCommit',
  'afterAcceptCommit',
  'beforeSendingCommit',
  'afterSendingCommit',
  'afterResponse',
  'beforeSubmittedCommit',
  'afterSubmittedCommit',
] as const;

/**
 * Those of an output's upload, before a request that is made from it is sent. In order. They come
 * between the acceptance of the request and the commit of its sending.
 */
export const INPUT_CRASH_POINTS = [
  'beforeInputUpload',
  'afterInputUpload',
  'afterInputRecord',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number] | (typeof INPUT_CRASH_POINTS)[number];

/** Is told where a submission has come to. Does nothing in production. */
export interface CrashPoints {
  /** `taskId` where it is known by then. Synchronous, so that nothing happens in between. */
  reach(point: CrashPoint, taskId?: string): void;
}

export const noCrashPoints: CrashPoints = { reach: () => undefined };

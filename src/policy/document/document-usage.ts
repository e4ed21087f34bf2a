import type { OperationClass } from '../limits/operation-class.js';

/** Root fields of one class, each time that they are asked for, and the points that they cost. */
export interface ClassUsage {
  readonly operations: number;
  readonly points: number;
}

/** What executing a document uses: the base of its limits. */
export interface DocumentUsage {
  readonly points: number;
  readonly byClass: ReadonlyMap<OperationClass, ClassUsage>;
}

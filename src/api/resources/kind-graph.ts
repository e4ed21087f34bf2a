import type { Arg, ClassType } from 'type-graphql';
import type { ReadableKind } from '../../domain/resource/kinds.js';
import type { ResourceFilter } from '../../ports/resources/resource-store.js';
import type { Held } from '../../services/resources/resources.js';

/** How one kind of resource looks in the graph. Its root fields come from its operations. */
export interface KindGraph<K extends ReadableKind = ReadableKind> {
  readonly kind: K;
  /** What it is called in descriptions. */
  readonly thing: string;
  readonly Type: ClassType;
  toType(held: Held<K>): object;
  /** Present for kinds with a list. */
  readonly list?: {
    /** For descriptions, e.g. `model routers`. */
    readonly entries: string;
    readonly filter?: ListFilter;
  };
}

/** The argument `filter` of a list. */
export interface ListFilter {
  readonly argument: ReturnType<typeof Arg>;
  toFilter(given: object): ResourceFilter;
}

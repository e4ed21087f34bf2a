import type { GraphQLError, GraphQLResolveInfo } from 'graphql';

/** Where a value stands in the result. */
export type Path = GraphQLResolveInfo['path'];

/** The errors of one execution: none from below a place that an error has made null already. */
export class FieldErrors {
  readonly all: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  /** Without a path it is the whole result that is null. */
  add(error: GraphQLError, path: Path | undefined): void {
    if (this.#isNulled(path)) return;
    this.#nulled.add(path);
    this.all.push(error);
  }

  #isNulled(path: Path | undefined): boolean {
    for (let place = path; place !== undefined; place = place.prev) {
      if (this.#nulled.has(place)) return true;
    }
    return this.#nulled.has(undefined);
  }
}

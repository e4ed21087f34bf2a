import { Kind, type ASTNode } from 'graphql';

/** Where a visitor stands: what graphql-js passes to `enter`. */
export interface Place {
  readonly node: ASTNode;
  readonly parent: ASTNode | readonly ASTNode[] | undefined;
  /** Keys from the document down to `node`. */
  readonly path: readonly (string | number)[];
  /** What the keys were taken of, but for `parent`, of which the last was. */
  readonly ancestors: readonly (ASTNode | readonly ASTNode[])[];
}

/**
 * The GraphQL path from the argument on, e.g. `input.gen4_5.keyframes.3.uri`, and from the variable on
 * in its default, e.g. `$input.gen4_5`; empty elsewhere.
 */
export function argumentPath(place: Place): readonly (string | number)[] {
  const { node, parent, path, ancestors } = place;
  const holders = [...ancestors, ...(parent === undefined ? [] : [parent]), node];
  return holders.flatMap((holder, depth): readonly (string | number)[] => {
    if (!('kind' in holder)) return [];
    if (holder.kind === Kind.ARGUMENT || holder.kind === Kind.OBJECT_FIELD) {
      return [holder.name.value];
    }
    if (holder.kind === Kind.VARIABLE_DEFINITION) return [`$${holder.variable.name.value}`];
    // The key taken of a list is `values`; the one after it, the index.
    const index = holder.kind === Kind.LIST ? path[depth + 1] : undefined;
    return index === undefined ? [] : [index];
  });
}

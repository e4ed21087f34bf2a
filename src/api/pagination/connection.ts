import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Cursors } from './page-cursor.js';
import { PageInfoType } from './page-info.js';

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page of a list (Relay). */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfoType;
}

/** The same where the entries are counted; null where they cannot be. */
export interface CountedConnection<Node> extends Connection<Node> {
  readonly totalCount: number | null;
}

/** The same with entries that are yet to be read. */
export interface LazyConnection<Node> extends Omit<CountedConnection<Node>, 'edges' | 'nodes'> {
  readonly edges: Promise<readonly Edge<Node>[]>;
  readonly nodes: Promise<readonly Node[]>;
}

export interface ListNames {
  /** `…Edge` and `…Connection` are the types. */
  readonly name: string;
  /** For descriptions, e.g. `reviewed keys`. */
  readonly entries: string;
  readonly order?: 'newest first' | 'by id' | 'by tenant and id';
}

/** The types of a list (Relay). */
export function connectionOf<Node extends object>(
  nodeType: ClassType<Node>,
  { name, entries, order = 'newest first' }: ListNames,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `An entry of a list of ${entries}.` })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
    cursor!: string;

    @Field(() => nodeType, { description: 'The entry itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${entries}, ${order}.` })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The entries with their cursors.' })
    edges!: EdgeType[];

    @Field(() => [nodeType], { description: 'The entries alone.' })
    nodes!: Node[];

    @Field(() => PageInfoType, { description: 'Where the page stands.' })
    pageInfo!: PageInfoType;
  }

  return ConnectionType;
}

/** The types of a list that is counted. */
export function countedConnectionOf<Node extends object>(
  nodeType: ClassType<Node>,
  names: ListNames,
): ClassType<CountedConnection<Node>> {
  const ConnectionType = connectionOf(nodeType, names);
  Field(() => Int, {
    nullable: true,
    description:
      'Entries on all pages; null where Runway keeps the list, which does not count, and where a filter leaves more than 10,000.',
  })(ConnectionType.prototype, 'totalCount');
  return ConnectionType as ClassType<CountedConnection<Node>>;
}

/** An edge whose cursor is written when it is asked for: most documents ask for none. */
class WrittenEdge<Place, Node> implements Edge<Node> {
  readonly node: Node;
  readonly #cursors: Pick<Cursors<Place>, 'write'>;
  readonly #place: Place;

  constructor(cursors: Pick<Cursors<Place>, 'write'>, place: Place, node: Node) {
    this.#cursors = cursors;
    this.#place = place;
    this.node = node;
  }

  get cursor(): string {
    return this.#cursors.write(this.#place);
  }
}

/** An entry of a list at a place of it. */
export function edgeOf<Place, Node>(
  cursors: Pick<Cursors<Place>, 'write'>,
  place: Place,
  node: Node,
): Edge<Node> {
  return new WrittenEdge(cursors, place, node);
}

/**
 * A page of these edges. `endCursor` is where the next page begins, where that is past the last entry
 * that is shown.
 */
export function toConnection<Node>(
  edges: readonly Edge<Node>[],
  page: { readonly hasNextPage: boolean; readonly endCursor?: string | null },
): Connection<Node> {
  const { hasNextPage, endCursor } = page;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: false,
      get startCursor() {
        return edges.at(0)?.cursor ?? null;
      },
      get endCursor() {
        return endCursor === undefined ? (edges.at(-1)?.cursor ?? null) : endCursor;
      },
    },
  };
}

/** A page whose entries are read only where the document wants any: the graph asks for each once. */
export function toLazyConnection<Node>(
  read: () => Promise<readonly Edge<Node>[]>,
  {
    startCursor,
    endCursor,
    hasNextPage,
    totalCount,
  }: Omit<PageInfoType, 'hasPreviousPage'> & { readonly totalCount: number | null },
): LazyConnection<Node> {
  let edges: Promise<readonly Edge<Node>[]> | undefined;
  return {
    get edges() {
      return (edges ??= read());
    },
    get nodes() {
      return this.edges.then((all) => all.map(({ node }) => node));
    },
    pageInfo: { hasNextPage, hasPreviousPage: false, startCursor, endCursor },
    totalCount,
  };
}

import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { CursorScalar } from '../../scalars/cursor.js';
import { PageInfoType } from '../tasks/task-payloads.js';

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfoType;
  readonly totalCount: number | null;
}

/** The same with entries that are yet to be read. */
export interface LazyConnection<Node> extends Omit<Connection<Node>, 'edges' | 'nodes'> {
  readonly edges: Promise<readonly Edge<Node>[]>;
  readonly nodes: Promise<readonly Node[]>;
}

/** The types `…Edge` and `…Connection` of a list (Relay); `entries` names it in descriptions. */
export function connectionOf<Node extends object>(
  nodeType: ClassType<Node>,
  name: string,
  entries: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `An entry of a list of ${entries}.` })
  class EdgeType implements Edge<Node> {
    @Field(() => CursorScalar, { description: 'Pass it as `after` to go on from here.' })
    cursor!: string;

    @Field(() => nodeType, { description: 'The entry itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${entries}, newest first.` })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The entries with their cursors.' })
    edges!: EdgeType[];

    @Field(() => [nodeType], { description: 'The entries alone.' })
    nodes!: Node[];

    @Field(() => PageInfoType, { description: 'Where the page stands.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, {
      nullable: true,
      description:
        'Entries on all pages; null where Runway keeps the list, which does not count, and where a filter leaves more than 10,000.',
    })
    totalCount!: number | null;
  }

  return ConnectionType;
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

/** `endCursor`: where the next page begins, which may be past the last entry that is shown. */
export function toConnection<Node>(
  edges: readonly Edge<Node>[],
  page: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    readonly totalCount: number | null;
  },
): Connection<Node> {
  const { hasNextPage, endCursor, totalCount } = page;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: false,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor,
    },
    totalCount,
  };
}

/** A page of any list of the graph. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number | null;
}

/** More pages than any test fills. */
const PAGES_MAX = 50;

/** Page after page to the end: what each one holds, by id. */
export async function pagesOf(
  list: (after: string | null) => Promise<Page<{ readonly id: string }>>,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo }: Page<{ readonly id: string }> = await list(after);
    pages.push(edges.map(({ node }) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null && pages.length < PAGES_MAX);
  return pages;
}

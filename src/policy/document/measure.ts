import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type SelectionSetNode,
} from 'graphql';
import { refusal } from './document-error.js';
import type { DocumentLimits } from './document-limits.js';

interface Size {
  readonly selections: number;
  readonly aliases: number;
}

const NOTHING: Size = { selections: 0, aliases: 0 };

/**
 * What the document becomes when its fragments are expanded, counted without expanding them: each
 * fragment is measured once. It stands before graphql-js's own rules, some of which take time that
 * grows with the expansion. Cyclic and unknown fragments are refused here too.
 */
export function checkMeasure(
  document: DocumentNode,
  limits: DocumentLimits,
): readonly GraphQLError[] {
  const reserved = findReservedName(document);
  if (reserved !== undefined) return [reserved];
  const written = findRepetition(document, limits);
  if (written !== undefined) return [written];

  const measurer = new Measurer(fragmentsOf(document));
  for (const definition of document.definitions) {
    const size =
      definition.kind === Kind.OPERATION_DEFINITION
        ? measurer.measure(definition.selectionSet)
        : definition.kind === Kind.FRAGMENT_DEFINITION
          ? measurer.measureFragment(definition.name.value)
          : NOTHING;
    if (measurer.refused !== undefined) return [measurer.refused];
    if (size.selections > limits.selectionsMax) {
      return [tooMany('fields after its fragments are expanded', limits.selectionsMax)];
    }
    if (size.aliases > limits.aliasesMax) return [tooMany('aliases', limits.aliasesMax)];
  }
  return [];
}

/** Fields of the operations after their fragments are expanded. The measure must have been passed. */
export function countSelections(document: DocumentNode): number {
  const measurer = new Measurer(fragmentsOf(document));
  let count = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    count += measurer.measure(definition.selectionSet).selections;
  }
  return count;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  return fragments;
}

class Measurer {
  refused: GraphQLError | undefined;
  readonly #sizes = new Map<string, Size>();
  readonly #open = new Set<string>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** Recursion is as deep as the text is nested, and once through each fragment. */
  measure({ selections: nodes }: SelectionSetNode): Size {
    let selections = 0;
    let aliases = 0;
    for (const node of nodes) {
      const inner =
        node.kind === Kind.FRAGMENT_SPREAD
          ? this.measureFragment(node.name.value)
          : node.selectionSet === undefined
            ? NOTHING
            : this.measure(node.selectionSet);
      selections += inner.selections + (node.kind === Kind.FIELD ? 1 : 0);
      aliases += inner.aliases + (node.kind === Kind.FIELD && node.alias !== undefined ? 1 : 0);
    }
    return { selections, aliases };
  }

  measureFragment(name: string): Size {
    const known = this.#sizes.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (fragment === undefined) {
      return this.#refuse('Spreads a fragment that the document does not define.');
    }
    if (this.#open.has(name)) return this.#refuse('A fragment spreads itself.');
    this.#open.add(name);
    const size = this.measure(fragment.selectionSet);
    this.#open.delete(name);
    this.#sizes.set(name, size);
    return size;
  }

  #refuse(message: string): Size {
    this.refused ??= refusal('GRAPHQL_VALIDATION_FAILED', { message });
    return NOTHING;
  }
}

/** Names that begin with two underscores are GraphQL's own, and `__proto__` misleads libraries. */
function findReservedName(document: DocumentNode): GraphQLError | undefined {
  for (const definition of document.definitions) {
    const name = 'name' in definition ? definition.name : undefined;
    if (name?.value.startsWith('__') === true) {
      return refusal('GRAPHQL_VALIDATION_FAILED', {
        message: 'Names of operations and fragments may not begin with two underscores.',
        nodes: name,
      });
    }
  }
  return undefined;
}

/** Directives and repeated fields as they are written. */
function findRepetition(document: DocumentNode, limits: DocumentLimits): GraphQLError | undefined {
  let directives = 0;
  let repetitions = 0;
  visit(document, {
    Directive: () => {
      directives += 1;
    },
    SelectionSet: ({ selections }) => {
      const counts = new Map<string, number>();
      for (const node of selections) {
        if (node.kind === Kind.INLINE_FRAGMENT) continue;
        const name =
          node.kind === Kind.FIELD ? (node.alias ?? node.name).value : `...${node.name.value}`;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        repetitions = Math.max(repetitions, count);
      }
    },
  });
  if (directives > limits.directivesMax) return tooMany('directives', limits.directivesMax);
  return repetitions > limits.duplicatesMax
    ? tooMany('repetitions of one field', limits.duplicatesMax)
    : undefined;
}

function tooMany(what: string, max: number): GraphQLError {
  return refusal('DOCUMENT_TOO_LARGE', {
    message: `The document has more than ${String(max)} ${what}.`,
  });
}

import {
  defaultFieldResolver,
  isAbstractType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { completionOf, leafCompletionOf } from './completion.js';
import type { FieldPlan, Selection } from './field-plan.js';

/** What the selections of one document are worked out with. */
export interface PlanSource {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/**
 * The fields of some selection sets, which are one selection: worked out for a type when an object of
 * that type is executed first. The sets must have no `@skip` and no `@include`.
 */
export class SelectionPlan implements Selection {
  readonly #fields = new Map<GraphQLObjectType, readonly FieldPlan[]>();

  constructor(
    private readonly source: PlanSource,
    private readonly sets: readonly SelectionSetNode[],
  ) {}

  fieldsOf(type: GraphQLObjectType): readonly FieldPlan[] {
    const known = this.#fields.get(type);
    if (known !== undefined) return known;
    const nodes = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    for (const set of this.sets) this.#collect(set, type, nodes, seen);
    const fields = [...nodes].flatMap(([name, ofName]) => this.#planOf(name, ofName, type) ?? []);
    this.#fields.set(type, fields);
    return fields;
  }

  #collect(
    { selections }: SelectionSetNode,
    type: GraphQLObjectType,
    nodes: Map<string, FieldNode[]>,
    seen: Set<string>,
  ): void {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const ofName = nodes.get(name);
        if (ofName === undefined) nodes.set(name, [node]);
        else ofName.push(node);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT ? node : this.#spread(node.name.value, seen);
      if (fragment !== undefined && this.#applies(fragment.typeCondition, type)) {
        this.#collect(fragment.selectionSet, type, nodes, seen);
      }
    }
  }

  /** Undefined when this selection has it already. */
  #spread(name: string, seen: Set<string>): FragmentDefinitionNode | undefined {
    if (seen.has(name)) return undefined;
    seen.add(name);
    return this.source.fragments[name];
  }

  #applies(condition: NamedTypeNode | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined) return true;
    const { schema } = this.source;
    const named = typeFromAST(schema, condition);
    return named === type || (isAbstractType(named) && schema.isSubType(named, type));
  }

  #planOf(
    responseName: string,
    nodes: readonly FieldNode[],
    parentType: GraphQLObjectType,
  ): FieldPlan | undefined {
    const name = nodes[0]?.name.value ?? '';
    const definition = fieldOf(this.source.schema, parentType, name);
    if (definition === undefined) return undefined;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selection = sets.length === 0 ? NO_FIELDS : new SelectionPlan(this.source, sets);
    const place = `${parentType.name}.${name}`;
    const { resolve, type } = definition;
    const isProperty = resolve === undefined || resolve === defaultFieldResolver;
    return {
      ...{ responseName, nodes, parentType, definition, resolve },
      complete: completionOf(type, { place, nodes, selection }),
      leaf: isProperty ? leafCompletionOf(type, { place }) : undefined,
    };
  }
}

const NO_FIELDS: Selection = { fieldsOf: () => [] };

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

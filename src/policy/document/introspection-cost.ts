import {
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** What the whole schema costs, as code generators and Apollo Sandbox ask for it. */
const WHOLE_SCHEMA_POINTS = 1_200;

/** A description is a sentence or two, where other values are a name. */
const VALUES_PER_DESCRIPTION = 5;

/** The query that asks for everything; some tools ask for less. */
const WHOLE_SCHEMA = parse(
  getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
);

const ROOTS: ReadonlySet<string> = new Set([SchemaMetaFieldDef.name, TypeMetaFieldDef.name]);

export function isIntrospection({ type, field }: ComplexityEstimatorArgs): boolean {
  return type.name.startsWith('__') || ROOTS.has(field.name);
}

/**
 * Points of introspection fields: as many as the values that come back, on a scale on which the whole
 * schema costs WHOLE_SCHEMA_POINTS.
 */
export function introspectionCost(
  schema: GraphQLSchema,
): (field: ComplexityEstimatorArgs) => number {
  const count = valueCounter(schema);
  const whole = getComplexity({
    schema,
    query: WHOLE_SCHEMA,
    estimators: [(field) => (isIntrospection(field) ? count(field) : 0)],
    maxQueryNodes: Infinity,
  });
  return (field) => {
    const values = count(field);
    if (!ROOTS.has(field.field.name)) return values;
    return Math.ceil((values * WHOLE_SCHEMA_POINTS) / whole);
  };
}

/** How many values a field of introspection gives, on the average of the types in the schema. */
function valueCounter(schema: GraphQLSchema): (field: ComplexityEstimatorArgs) => number {
  const entries = entriesOf(schema);
  return ({ type, field, childComplexity }) => {
    if (field.name === SchemaMetaFieldDef.name) return childComplexity;
    // Whose name it will be is not looked at: some have far more fields than most.
    if (field.name === TypeMetaFieldDef.name) return childComplexity * entries.largest;
    const own = field.name === 'description' ? VALUES_PER_DESCRIPTION : 1;
    return (entries.byField[`${type.name}.${field.name}`] ?? 1) * (own + childComplexity);
  };
}

interface Entries {
  /** By field of introspection: how many entries its list has, on the average. */
  readonly byField: Readonly<Record<string, number>>;
  /** How many times as many fields the largest type has as the average one. */
  readonly largest: number;
}

function entriesOf(schema: GraphQLSchema): Entries {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const args = fields.reduce((sum, field) => sum + field.args.length, 0);
  const perType = (countOf: (type: GraphQLNamedType) => number): number =>
    types.reduce((sum, type) => sum + countOf(type), 0) / types.length;
  const largest = Math.max(...types.map(membersOf));
  return {
    largest: largest / perType(membersOf),
    byField: {
      '__Schema.types': types.length,
      '__Schema.directives': directives.length,
      '__Directive.locations': 4,
      '__Directive.args': 1,
      '__Field.args': args / fields.length,
      '__Type.fields': fields.length / types.length,
      '__Type.interfaces': perType((type) =>
        isObjectType(type) ? type.getInterfaces().length : 0,
      ),
      '__Type.possibleTypes': perType((type) => (isUnionType(type) ? type.getTypes().length : 0)),
      '__Type.enumValues': perType((type) => (isEnumType(type) ? type.getValues().length : 0)),
      '__Type.inputFields': perType((type) =>
        isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
      ),
    },
  };
}

function membersOf(type: GraphQLNamedType): number {
  if (isEnumType(type)) return type.getValues().length;
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return Object.keys(type.getFields()).length;
  }
  return 1;
}

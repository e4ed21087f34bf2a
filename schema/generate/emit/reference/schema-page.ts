import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { STRING_INPUTS } from '../../../../src/generated/facts/string-inputs.js';
import { anchorOf, markdownTable, referencePage } from './markdown.js';

/**
 * docs/reference/schema.md: the types that are written by hand. The inputs of generations, one for
 * each model, are in schema.graphql and, as data, in models.md.
 */
export function schemaPage(schema: GraphQLSchema): string {
  const types = handWrittenTypes(schema);
  const named = new Set(types.map(({ name }) => name));
  const sections = types.flatMap((type) => [
    `## ${type.name}`,
    ...(type.description ? [oneLine(type.description)] : []),
    ...bodyOf(type, named),
  ]);
  return referencePage('schema/schema.graphql', [
    '# Schema',
    'The types of the graph, from A to Z. The root fields are in [operations.md](operations.md). The generated inputs of the models are in [schema.graphql](../../schema/schema.graphql), and what each model accepts in [models.md](models.md).',
    ...sections,
  ]);
}

function bodyOf(type: GraphQLNamedType, named: ReadonlySet<string>): readonly string[] {
  if (isScalarType(type))
    return type.specifiedByURL ? [`Specified by <${type.specifiedByURL}>.`] : [];
  if (isUnionType(type)) {
    return [
      `One of ${type
        .getTypes()
        .map((member) => linkTo(member, named))
        .join(', ')}.`,
    ];
  }
  if (isEnumType(type)) {
    const rows = type
      .getValues()
      .map(({ name, description }) => [`\`${name}\``, oneLine(description)]);
    return [markdownTable(['value', 'description'], rows)];
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const rows = Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(
    type.getFields(),
  ).map((field) => [
    `\`${field.name}\``,
    linkTo(field.type, named),
    [oneLine(field.description), argumentsOf('args' in field ? field.args : [], named)]
      .filter((text) => text !== '')
      .join(' '),
  ]);
  return [markdownTable(['field', 'type', 'description'], rows)];
}

function argumentsOf(args: readonly GraphQLArgument[], named: ReadonlySet<string>): string {
  if (args.length === 0) return '';
  const list = args.map(
    ({ name, type, description }) =>
      `\`${name}\` (${linkTo(type, named)}): ${oneLine(description)}`,
  );
  return `Arguments: ${list.join(' ')}`;
}

function linkTo(type: GraphQLOutputType | GraphQLInputType, named: ReadonlySet<string>): string {
  const text = `\`${String(type)}\``;
  const { name } = getNamedType(type);
  return named.has(name) ? `[${text}](#${anchorOf(name)})` : text;
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The types that a root field reaches without the arguments of generated mutations, sorted. */
function handWrittenTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  const found = new Set<GraphQLNamedType>();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const visit = (type: GraphQLNamedType): void => {
    if (found.has(type) || isSpecifiedScalarType(type) || isIntrospectionType(type)) return;
    found.add(type);
    if (isUnionType(type)) type.getTypes().forEach(visit);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      Object.values(type.getFields()).forEach(visitField);
    }
  };
  const visitField = (field: GraphQLField<unknown, unknown>): void => {
    visit(getNamedType(field.type));
    if (field.name in STRING_INPUTS) return;
    for (const argument of field.args) visit(getNamedType(argument.type));
  };
  for (const root of roots) Object.values(root?.getFields() ?? {}).forEach(visitField);
  return [...found].sort((one, other) => (one.name < other.name ? -1 : 1));
}

import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Operation } from '../../../src/operations/operation.js';

const LITERALS: Readonly<Record<string, string>> = {
  Boolean: 'true',
  Date: '"2030-01-01"',
  DateTime: '"2030-01-01T00:00:00Z"',
  Float: '1',
  ID: '"11111111-1111-4111-8111-111111111111"',
  Int: '1',
  MediaUri: '"https://assets.example.com/a.png"',
  Seed: '1',
};

/** The shortest document that asks for the field and passes the document check. */
export function leastDocument(
  schema: GraphQLSchema,
  name: string,
  { root }: Pick<Operation, 'root'>,
): string {
  const type = { Query: schema.getQueryType(), Mutation: schema.getMutationType() };
  const roots = { ...type, Subscription: schema.getSubscriptionType() };
  const field: GraphQLField<unknown, unknown> | undefined = roots[root]?.getFields()[name];
  if (field === undefined) throw new Error(`The graph has no ${root}.${name}`);
  const args = field.args
    .filter(isRequiredArgument)
    .map((argument) => `${argument.name}: ${leastLiteral(argument.type)}`);
  const list = args.length === 0 ? '' : `(${args.join(', ')})`;
  return `${root.toLowerCase()} { ${name}${list} { __typename } }`;
}

/** A literal with what the type demands, and of a choice its first member. */
export function leastLiteral(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${leastLiteral(nullable.ofType)}]`;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? '';
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const given = nullable.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    const members = given.map((field) => `${field.name}: ${leastLiteral(field.type)}`);
    return `{ ${members.join(', ')} }`;
  }
  return LITERALS[nullable.name] ?? '"text"';
}

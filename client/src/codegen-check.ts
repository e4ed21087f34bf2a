import { isInputObjectType, type GraphQLSchema } from 'graphql';

/** An input of every version of the gateway that takes exactly one member. */
const EXAMPLE = 'CreateTextToVideoInput';

const MESSAGE = `The schema has lost @oneOf: inputs for one model of many would accept any members.
Introspection gives it only if it is asked for. Set \`oneOf: true\` beside the schema's address, or take
the SDL from the gateway (GET /graphql/schema.graphql). See docs/clients.md of the gateway.`;

/**
 * A plugin of graphql-codegen that writes nothing and refuses a schema without `@oneOf`: list it beside
 * your own as 'runway-graphql-gateway-client/codegen-check'.
 */
export function plugin(schema: GraphQLSchema): string {
  const type = schema.getType(EXAMPLE);
  if (type !== undefined && isInputObjectType(type) && !type.isOneOf) throw new Error(MESSAGE);
  return '';
}

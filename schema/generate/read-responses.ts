import type { PropertySignature, TypeNode } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import {
  isNull,
  itemOf,
  mapValueOf,
  numberLiteral,
  objectPropertiesOf,
  propertyName,
  resolveName,
  stringLiteral,
  unionMembers,
} from './type-nodes.js';

/** A JSON Schema of type, properties, required, additionalProperties, items, anyOf, const and enum. */
export type ResponseSchema = Readonly<Record<string, unknown>>;

/**
 * Reads what a method of the SDK returns: `APIPromise<Answer>` and its kin, or a page of a list. Null
 * when the answer is empty; a schema that takes anything where the type is not known.
 */
export function readResponse(returns: TypeNode, method: string): ResponseSchema | null {
  if (!Node.isTypeReference(returns)) return {};
  const wrapper = returns.getTypeName().getText();
  const [answer, item] = returns.getTypeArguments();
  if (wrapper === 'PagePromise' && item !== undefined) return pageOf(schemaOf(item, method));
  if (!/^(API)?Promise/.test(wrapper) || answer === undefined) return {};
  return answer.getKind() === SyntaxKind.VoidKeyword ? null : schemaOf(answer, method);
}

/**
 * What `CursorPage` reads. Its constructor takes an absent or null `nextCursor` for the end, and
 * passes over `hasMore`, which the answer has beside it.
 */
function pageOf(item: ResponseSchema): ResponseSchema {
  return {
    type: 'object',
    properties: {
      data: { type: 'array', items: item },
      hasMore: { type: 'boolean' },
      nextCursor: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    },
    required: ['data'],
    additionalProperties: false,
  };
}

function schemaOf(type: TypeNode, place: string): ResponseSchema {
  if (Node.isParenthesizedTypeNode(type)) return schemaOf(type.getTypeNode(), place);
  if (Node.isUnionTypeNode(type)) return unionOf(type.getTypeNodes(), place);
  if (isNull(type)) return { type: 'null' };
  const text = stringLiteral(type);
  if (text !== undefined) return { type: 'string', const: text };
  const number = numberLiteral(type);
  if (number !== undefined) return { type: 'number', const: number };
  const item = itemOf(type);
  if (item !== undefined) return { type: 'array', items: schemaOf(item, `${place}[]`) };
  const value = mapValueOf(type);
  if (value !== undefined) {
    return { type: 'object', additionalProperties: schemaOf(value, `${place}{}`) };
  }
  const properties = objectPropertiesOf(type);
  if (properties !== undefined) return objectOf(properties, place);
  const named = resolveName(type);
  if (named !== undefined && !Node.isInterfaceDeclaration(named)) return schemaOf(named, place);
  switch (type.getKind()) {
    case SyntaxKind.StringKeyword:
      return { type: 'string' };
    case SyntaxKind.NumberKeyword:
      return { type: 'number' };
    case SyntaxKind.BooleanKeyword:
      return { type: 'boolean' };
    // Whatever else there is, any value may be there: the answer is read, not made.
    default:
      return {};
  }
}

/** Literal texts become one enum; whatever else there is stands beside it. */
function unionOf(members: readonly TypeNode[], place: string): ResponseSchema {
  const flat = members.flatMap(unionMembers);
  const texts = flat.map(stringLiteral).filter((text) => text !== undefined);
  const others = flat.filter((member) => stringLiteral(member) === undefined);
  const branches = [
    ...(texts.length > 0 ? [{ type: 'string', enum: texts }] : []),
    ...others.map((member) => schemaOf(member, place)),
  ];
  const [only] = branches;
  return branches.length === 1 && only !== undefined ? only : { anyOf: branches };
}

function objectOf(properties: readonly PropertySignature[], place: string): ResponseSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map((property) => {
        const name = propertyName(property);
        return [name, schemaOf(property.getTypeNodeOrThrow(), `${place}.${name}`)];
      }),
    ),
    required: properties.filter((property) => !property.hasQuestionToken()).map(propertyName),
    additionalProperties: false,
  };
}

/** The places of all values in an answer, sorted (see RESPONSE_PROPERTIES). */
export function propertyPaths(schema: ResponseSchema): string[] {
  return [...new Set(pathsIn(schema, ''))].sort();
}

function pathsIn(schema: ResponseSchema, path: string): string[] {
  const { anyOf, items, properties, additionalProperties } = schema;
  if (Array.isArray(anyOf)) {
    const members = anyOf.filter(isSchema);
    const filled = members.filter(({ type }) => type !== 'null');
    return filled.flatMap((member) => pathsIn(member, path));
  }
  if (isSchema(items)) return pathsIn(items, `${path}[]`);
  if (isSchema(properties)) {
    return Object.entries(properties).flatMap(([name, value]) =>
      isSchema(value) ? pathsIn(value, path === '' ? name : `${path}.${name}`) : [],
    );
  }
  return isSchema(additionalProperties) ? pathsIn(additionalProperties, `${path}{}`) : [path];
}

export function isSchema(value: unknown): value is ResponseSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

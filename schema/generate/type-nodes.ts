import type { InterfaceDeclaration, PropertySignature, TypeNode } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import { findDeclaration, findDeclarations } from './sdk.js';

/** Small questions to the SDK's declared types, shared by the readers of requests and responses. */

/** What a name in a type stands for: an interface, the type behind an alias, or neither. */
export function resolveName(type: TypeNode): InterfaceDeclaration | TypeNode | undefined {
  if (!Node.isTypeReference(type)) return undefined;
  const name = type.getTypeName();
  const declaration = findDeclaration(Node.isQualifiedName(name) ? name.getRight() : name);
  if (Node.isInterfaceDeclaration(declaration)) return declaration;
  return Node.isTypeAliasDeclaration(declaration) ? declaration.getTypeNodeOrThrow() : undefined;
}

/** The item's type of `Array<…>`; undefined when it is no such list. */
export function itemOf(type: TypeNode): TypeNode | undefined {
  if (Node.isArrayTypeNode(type)) return type.getElementTypeNode();
  return Node.isTypeReference(type) && /^(Readonly)?Array$/.test(type.getTypeName().getText())
    ? type.getTypeArguments()[0]
    : undefined;
}

/** The value's type of `{ [key: string]: … }` or `Record<string, …>`; undefined when it is no such map. */
export function mapValueOf(type: TypeNode): TypeNode | undefined {
  if (Node.isTypeLiteral(type)) return type.getIndexSignatures()[0]?.getReturnTypeNode();
  if (!Node.isTypeReference(type) || type.getTypeName().getText() !== 'Record') return undefined;
  const [key, value] = type.getTypeArguments();
  return key?.getKind() === SyntaxKind.StringKeyword ? value : undefined;
}

/** The properties of an interface or of an object type without a name; undefined for other types. */
export function objectPropertiesOf(type: TypeNode): PropertySignature[] | undefined {
  if (Node.isTypeLiteral(type)) return type.getProperties();
  const named = resolveName(type);
  return Node.isInterfaceDeclaration(named) ? propertiesOf(named) : undefined;
}

/**
 * An interface's own properties, then those of the interfaces that it extends. An interface may be
 * declared more than once; TypeScript takes its declarations together, and the first word on a
 * property counts.
 */
function propertiesOf(named: InterfaceDeclaration): PropertySignature[] {
  const declarations = findDeclarations(named.getNameNode()).filter((each) =>
    Node.isInterfaceDeclaration(each),
  );
  const own = declarations.flatMap((each) => each.getProperties());
  const parents = declarations
    .flatMap((each) => each.getExtends())
    .map((base) => findDeclaration(base.getExpression()));
  const inherited = parents.flatMap((parent) =>
    Node.isInterfaceDeclaration(parent) ? propertiesOf(parent) : [],
  );
  const byName = new Map<string, PropertySignature>();
  for (const property of [...own, ...inherited]) {
    const name = propertyName(property);
    if (!byName.has(name)) byName.set(name, property);
  }
  return [...byName.values()];
}

/** A property's name without the quotes that unusual names need. */
export function propertyName(property: PropertySignature): string {
  return property.getName().replace(/^['"]|['"]$/g, '');
}

export function unionMembers(type: TypeNode): readonly TypeNode[] {
  return Node.isUnionTypeNode(type) ? type.getTypeNodes() : [type];
}

/** All members of a union, with parentheses and aliases resolved, and without null and undefined. */
export function presentMembers(type: TypeNode): readonly TypeNode[] {
  if (isNull(type) || isUndefined(type)) return [];
  if (Node.isParenthesizedTypeNode(type)) return presentMembers(type.getTypeNode());
  if (Node.isUnionTypeNode(type)) return type.getTypeNodes().flatMap(presentMembers);
  if (itemOf(type) !== undefined || mapValueOf(type) !== undefined) return [type];
  const named = resolveName(type);
  return named === undefined || Node.isInterfaceDeclaration(named) ? [type] : presentMembers(named);
}

/** Whether null is a member, also behind an alias. */
export function acceptsNull(type: TypeNode): boolean {
  if (isNull(type)) return true;
  if (Node.isParenthesizedTypeNode(type)) return acceptsNull(type.getTypeNode());
  if (Node.isUnionTypeNode(type)) return type.getTypeNodes().some(acceptsNull);
  const named = resolveName(type);
  return named !== undefined && !Node.isInterfaceDeclaration(named) && acceptsNull(named);
}

export function isNull(type: TypeNode): boolean {
  return type.getText() === 'null';
}

export function isUndefined(type: TypeNode): boolean {
  return type.getKind() === SyntaxKind.UndefinedKeyword;
}

export function stringLiteral(type: TypeNode): string | undefined {
  if (!Node.isLiteralTypeNode(type)) return undefined;
  const literal = type.getLiteral();
  return Node.isStringLiteral(literal) ? literal.getLiteralValue() : undefined;
}

export function numberLiteral(type: TypeNode): number | undefined {
  if (!Node.isLiteralTypeNode(type)) return undefined;
  const text = type.getText();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** `string & {}`: any text, with the listed values as suggestions. */
export function isOpenString(type: TypeNode): boolean {
  return /^\(?string & \{\}\)?$/.test(type.getText());
}

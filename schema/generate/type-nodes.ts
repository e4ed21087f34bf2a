import type { InterfaceDeclaration, PropertySignature, TypeNode } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import { declarationOf } from './sdk.js';

/** Small questions to the SDK's declared types, shared by the readers of requests and responses. */

/** What a name in a type stands for: an interface, the type behind an alias, or neither. */
export function resolveName(type: TypeNode): InterfaceDeclaration | TypeNode | undefined {
  if (!Node.isTypeReference(type)) return undefined;
  const name = type.getTypeName();
  const declaration = declarationOf(Node.isQualifiedName(name) ? name.getRight() : name);
  if (Node.isInterfaceDeclaration(declaration)) return declaration;
  return Node.isTypeAliasDeclaration(declaration) ? declaration.getTypeNodeOrThrow() : undefined;
}

/** The item's type of `Array<…>`; undefined when it is no such list. */
export function itemOf(type: TypeNode): TypeNode | undefined {
  return Node.isTypeReference(type) && type.getTypeName().getText() === 'Array'
    ? type.getTypeArguments()[0]
    : undefined;
}

/** The value's type of `{ [key: string]: … }`; undefined when it is no such map. */
export function mapValueOf(type: TypeNode): TypeNode | undefined {
  if (!Node.isTypeLiteral(type)) return undefined;
  return type.getIndexSignatures()[0]?.getReturnTypeNode();
}

/** An interface's own properties, then those of the interfaces that it extends. */
export function propertiesOf(declaration: InterfaceDeclaration): PropertySignature[] {
  const inherited = declaration.getExtends().flatMap((base) => {
    const parent = declarationOf(base.getExpression());
    if (!Node.isInterfaceDeclaration(parent)) {
      throw new Error(`${declaration.getName()} extends what is no interface`);
    }
    return propertiesOf(parent);
  });
  return [...declaration.getProperties(), ...inherited];
}

/** A property's name without the quotes that unusual names need. */
export function propertyName(property: PropertySignature): string {
  return property.getName().replace(/^['"]|['"]$/g, '');
}

export function unionMembers(type: TypeNode): readonly TypeNode[] {
  return Node.isUnionTypeNode(type) ? type.getTypeNodes() : [type];
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

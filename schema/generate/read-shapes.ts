import type { InterfaceDeclaration, PropertySignature, TypeNode } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import { MEDIA_WITHOUT_COMMENT } from './overrides.js';
import type { MediaKind, ObjectShape, Property, Shape, UnionShape, Variant } from './shape.js';
import {
  isNull,
  isUndefined,
  itemOf,
  mapValueOf,
  numberLiteral,
  propertiesOf,
  propertyName,
  resolveName,
  stringLiteral,
  unionMembers,
} from './type-nodes.js';
import { UNKNOWN_ITEMS } from './unknown-items.js';

/**
 * Reads the declared type of a request's body or query. `method` names the SDK method in errors and
 * overrides.
 */
export function readRequest(type: TypeNode, method: string): ObjectShape | UnionShape {
  const shape = new ShapeReader(method).read(withoutAbsence(type), '', '');
  if (shape.kind !== 'object' && shape.kind !== 'union') {
    throw new Error(`${method}: the request is neither an object nor a union of objects`);
  }
  return shape;
}

/** `Params | null | undefined` is how the SDK writes a body that may be left out. */
function withoutAbsence(type: TypeNode): TypeNode {
  const members = unionMembers(type).filter((member) => !isNull(member) && !isUndefined(member));
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : type;
}

class ShapeReader {
  readonly #method: string;

  constructor(method: string) {
    this.#method = method;
  }

  read(type: TypeNode, path: string, comment: string): Shape {
    if (Node.isParenthesizedTypeNode(type)) return this.read(type.getTypeNode(), path, comment);
    if (Node.isUnionTypeNode(type)) return this.#readUnion(type.getTypeNodes(), path, comment);
    if (Node.isTypeReference(type)) return this.#readReference(type, path, comment);
    if (Node.isLiteralTypeNode(type)) {
      const text = stringLiteral(type);
      if (text !== undefined) return { kind: 'literal', value: text };
      const number = numberLiteral(type);
      if (number !== undefined) return { kind: 'literal', value: number };
    }
    if (Node.isTypeLiteral(type)) return this.#readMap(type, path, comment);
    switch (type.getKind()) {
      case SyntaxKind.StringKeyword:
        return this.#readString(path, comment);
      case SyntaxKind.NumberKeyword:
        return { kind: 'number', auto: false };
      case SyntaxKind.BooleanKeyword:
        return { kind: 'boolean' };
      default:
        throw this.#notUnderstood(type, path);
    }
  }

  #readString(path: string, comment: string): Shape {
    const media = mediaOf(comment) ?? MEDIA_WITHOUT_COMMENT[`${this.#method} ${path}`]?.media;
    return media === undefined ? { kind: 'string' } : { kind: 'media', media };
  }

  #readReference(type: TypeNode, path: string, comment: string): Shape {
    const item = itemOf(type);
    if (item !== undefined) {
      return {
        kind: 'list',
        item: this.#readItem(item, `${path}[]`, comment),
        orSingleMedia: null,
      };
    }
    const named = resolveName(type);
    if (named === undefined) throw this.#notUnderstood(type, path);
    return Node.isInterfaceDeclaration(named)
      ? this.#readInterface(named, path)
      : this.read(named, path, comment);
  }

  #readItem(item: TypeNode, path: string, comment: string): Shape {
    if (item.getKind() !== SyntaxKind.UnknownKeyword) return this.read(item, path, comment);
    const known = UNKNOWN_ITEMS[`${this.#method} ${path}`];
    if (known === undefined) throw this.#notUnderstood(item, path);
    return known.shape(path);
  }

  #readInterface(declaration: InterfaceDeclaration, path: string): ObjectShape {
    return {
      kind: 'object',
      properties: propertiesOf(declaration).map((property) => this.#readProperty(property, path)),
    };
  }

  #readProperty(property: PropertySignature, parent: string): Property {
    const name = propertyName(property);
    const path = parent === '' ? name : `${parent}.${name}`;
    const docs = property.getJsDocs();
    const comment = docs.map((doc) => doc.getDescription().trim().replace(/\s+/g, ' ')).join(' ');
    const type = property.getTypeNodeOrThrow();
    const members = unionMembers(type);
    const present = members.filter((member) => !isNull(member));
    return {
      name,
      path,
      optional: property.hasQuestionToken(),
      nullable: present.length < members.length,
      deprecated: docs.some((doc) =>
        doc.getTags().some((tag) => tag.getTagName() === 'deprecated'),
      ),
      comment,
      shape:
        present.length < members.length
          ? this.#readUnion(present, path, comment)
          : this.read(type, path, comment),
    };
  }

  #readMap(type: TypeNode, path: string, comment: string): Shape {
    const value = mapValueOf(type);
    if (value === undefined) throw this.#notUnderstood(type, path);
    return { kind: 'map', value: this.read(value, `${path}{}`, comment) };
  }

  #readUnion(members: readonly TypeNode[], path: string, comment: string): Shape {
    const [first] = members;
    if (members.length === 1 && first !== undefined) return this.read(first, path, comment);
    const texts = members.map(stringLiteral);
    const numbers = members.map(numberLiteral);
    const kinds = new Set(members.map((member) => member.getKind()));
    const open = members.some(isOpenString);
    if (texts.every((text, index) => text !== undefined || isOpenString(members[index]))) {
      return { kind: 'enum', values: texts.filter((text) => text !== undefined), open };
    }
    if (numbers.every((number) => number !== undefined))
      return { kind: 'numbers', values: numbers };
    if (members.length === 2 && kinds.has(SyntaxKind.NumberKeyword) && texts.includes('auto')) {
      return { kind: 'number', auto: true };
    }
    if (kinds.has(SyntaxKind.StringKeyword)) return this.#readStringUnion(members, path, comment);
    return this.#readObjects(members, path, comment);
  }

  /** `string | Array<…>`, or `string | number | boolean`. */
  #readStringUnion(members: readonly TypeNode[], path: string, comment: string): Shape {
    const others = members.filter((member) => member.getKind() !== SyntaxKind.StringKeyword);
    const [only] = others;
    if (others.length === 1 && only !== undefined) {
      const list = this.read(only, path, comment);
      if (list.kind === 'list') return { ...list, orSingleMedia: mediaOf(comment) ?? 'image' };
    }
    const primitive = [SyntaxKind.NumberKeyword, SyntaxKind.BooleanKeyword];
    if (others.every((member) => primitive.includes(member.getKind())))
      return { kind: 'primitive' };
    throw new Error(`${this.#method} ${path}: a union with string that is not understood`);
  }

  #readObjects(members: readonly TypeNode[], path: string, comment: string): UnionShape {
    const sketches = members.map((member) => this.#sketch(member, path));
    const tag = tagOf(sketches);
    const variants = members.map((member, index): Variant => {
      const name = variantName(sketches, index, tag);
      const shape = this.read(member, `${path}<${name}>`, comment);
      if (shape.kind !== 'object') throw this.#notUnderstood(member, path);
      return { name, shape };
    });
    return { kind: 'union', tag, variants };
  }

  #sketch(member: TypeNode, path: string): Sketch {
    const declaration = resolveName(member);
    if (!Node.isInterfaceDeclaration(declaration)) throw this.#notUnderstood(member, path);
    return new Map(
      propertiesOf(declaration).map((property) => [
        propertyName(property),
        stringLiteral(property.getTypeNodeOrThrow()),
      ]),
    );
  }

  #notUnderstood(type: TypeNode, path: string): Error {
    return new Error(`${this.#method} ${path}: type not understood: ${type.getText()}`);
  }
}

/** An object's property names, each with its literal where it is a single one. */
type Sketch = ReadonlyMap<string, string | undefined>;

/** The property that holds a different literal in every member. */
function tagOf(sketches: readonly Sketch[]): string | null {
  const names = [...(sketches[0]?.keys() ?? [])];
  const tag = names.find((name) => {
    const values = sketches.map((sketch) => sketch.get(name));
    return values.every((value) => value !== undefined) && new Set(values).size === values.length;
  });
  return tag ?? null;
}

function variantName(sketches: readonly Sketch[], index: number, tag: string | null): string {
  const sketch = sketches[index] ?? new Map<string, string>();
  if (tag !== null) return sketch.get(tag) ?? '';
  const own = [...sketch.keys()].find((name) =>
    sketches.every((other) => other === sketch || !other.has(name)),
  );
  if (own === undefined) throw new Error('An untagged union whose members cannot be told apart');
  return own;
}

/** Runway's one sentence on media names the kind at its end. */
function mediaOf(comment: string): MediaKind | undefined {
  const match = /HTTPS URL.* containing an encoded (image|video|audio)\b/.exec(comment);
  return match?.[1] as MediaKind | undefined;
}

/** `string & {}`: any text, with the listed values as suggestions. */
function isOpenString(type: TypeNode | undefined): boolean {
  return /^\(?string & \{\}\)?$/.test(type?.getText() ?? '');
}

import path from 'node:path';
import ts from 'typescript';

/**
 * What the SDK's types say about a request body, read with the TypeScript checker, and which of it a
 * body uses. Shares nothing with the generator, so that a property which that overlooks is missed
 * here.
 *
 * Words: a path names a place in a body. Properties join with `.`, a list's items add `[]`, a map's
 * values `{}`, and one of several objects its tag, or the property that only it has, in angle
 * brackets: `keyframes[]<seconds>.range.start_seconds`.
 */
export type Shape =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'map'; readonly value: Shape }
  | ObjectShape
  /** One of several objects; beside them perhaps plain values or a list. */
  | {
      readonly kind: 'union';
      readonly members: readonly Member[];
      readonly others: readonly Shape[];
    };

export interface ObjectShape {
  readonly kind: 'object';
  readonly properties: ReadonlyMap<string, Property>;
}

export interface Member {
  readonly name: string;
  readonly shape: ObjectShape;
}

interface Property {
  readonly optional: boolean;
  /** The one text that it may hold, for tags. */
  readonly literal: string | undefined;
  readonly shape: Shape;
}

const LEAF: Shape = { kind: 'leaf' };

/** Where npm put the SDK; tests run in the project's root. */
const SDK = path.resolve('node_modules/@runwayml/sdk/index.d.ts');

/** The models, modes or other variants of the body that each SDK method takes; one when it has none. */
export function readBodies(methods: readonly string[]): ReadonlyMap<string, readonly Member[]> {
  const program = ts.createProgram([SDK], {
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
  });
  const reader = new ShapeReader(program.getTypeChecker());
  const client = clientOf(program);
  return new Map(methods.map((method) => [method, reader.bodyOf(client, method)]));
}

function clientOf(program: ts.Program): ts.Type {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(SDK);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  const client = exported.find((symbol) => symbol.name === 'RunwayML');
  if (client === undefined) throw new Error('The SDK exports no RunwayML');
  return checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(client));
}

class ShapeReader {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  bodyOf(client: ts.Type, method: string): readonly Member[] {
    const type = method.split('.').reduce((owner, name) => this.#typeOf(owner, name), client);
    const body = type
      .getCallSignatures()
      .flatMap((signature) => signature.getParameters())
      .find((parameter) => parameter.name === 'body');
    if (body === undefined) throw new Error(`${method} has no body`);
    const shape = this.#read(this.#checker.getTypeOfSymbol(body));
    if (shape.kind === 'object') return [{ name: '', shape }];
    if (shape.kind === 'union' && shape.others.length === 0) return shape.members;
    throw new Error(`${method}: the body is no object`);
  }

  #typeOf(owner: ts.Type, name: string): ts.Type {
    const property = owner.getProperty(name);
    if (property === undefined) throw new Error(`The SDK has no ${name}`);
    return this.#checker.getTypeOfSymbol(property);
  }

  #read(declared: ts.Type): Shape {
    if (declared.flags & ts.TypeFlags.Unknown) return LEAF;
    const type = this.#checker.getNonNullableType(declared);
    if (type.isUnion()) return this.#readUnion(type.types.map((member) => this.#read(member)));
    if (!(type.flags & ts.TypeFlags.Object)) return LEAF;
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      return { kind: 'list', item: item === undefined ? LEAF : this.#read(item) };
    }
    const values = type.getStringIndexType();
    if (values !== undefined) return { kind: 'map', value: this.#read(values) };
    return { kind: 'object', properties: this.#propertiesOf(type) };
  }

  #propertiesOf(type: ts.Type): ReadonlyMap<string, Property> {
    return new Map(
      type.getProperties().map((symbol) => {
        const declared = this.#checker.getTypeOfSymbol(symbol);
        const property: Property = {
          optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
          literal: declared.isStringLiteral() ? declared.value : undefined,
          shape: this.#read(declared),
        };
        return [symbol.name, property];
      }),
    );
  }

  #readUnion(shapes: readonly Shape[]): Shape {
    const objects = shapes.filter((shape) => shape.kind === 'object');
    const others = shapes.filter((shape) => shape.kind === 'list' || shape.kind === 'map');
    const [onlyObject] = objects;
    const [onlyOther] = others;
    if (onlyObject === undefined) return onlyOther ?? LEAF;
    if (objects.length === 1 && onlyOther === undefined) return onlyObject;
    const members = objects.map((shape) => ({ name: nameOf(shape, objects), shape }));
    return { kind: 'union', members, others };
  }
}

/** The text of the tag that differs in every member, else the name of a property that only it has. */
function nameOf(shape: ObjectShape, all: readonly ObjectShape[]): string {
  for (const [name, { literal }] of shape.properties) {
    const literals = new Set(all.map((member) => member.properties.get(name)?.literal));
    if (literal !== undefined && literals.size === all.length) return literal;
  }
  const own = [...shape.properties.keys()].find((name) =>
    all.every((member) => member === shape || !member.properties.has(name)),
  );
  if (own === undefined) throw new Error('Objects of a union that cannot be told apart');
  return own;
}

/** Every property's path. */
export function pathsOf(shape: Shape, prefix = ''): string[] {
  switch (shape.kind) {
    case 'leaf':
      return [];
    case 'list':
      return pathsOf(shape.item, `${prefix}[]`);
    case 'map':
      return pathsOf(shape.value, `${prefix}{}`);
    case 'object':
      return [...shape.properties].flatMap(([name, property]) => {
        const own = join(prefix, name);
        return [own, ...pathsOf(property.shape, own)];
      });
    case 'union':
      return [
        ...shape.members.flatMap((member) => pathsOf(member.shape, `${prefix}<${member.name}>`)),
        ...shape.others.flatMap((other) => pathsOf(other, prefix)),
      ];
  }
}

/**
 * The paths of the properties that a value has. What the types leave open (`unknown`) is followed as
 * the value itself goes. A property that the shape lacks is an error, so that nothing goes uncounted.
 */
export function pathsIn(shape: Shape, value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) {
    const list = shape.kind === 'union' ? shape.others.find(isList) : shape;
    const item = list?.kind === 'list' ? list.item : LEAF;
    return value.flatMap((element: unknown) => pathsIn(item, element, `${prefix}[]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (shape.kind === 'map') {
    return Object.values(value).flatMap((entry: unknown) =>
      pathsIn(shape.value, entry, `${prefix}{}`),
    );
  }
  if (shape.kind === 'union') {
    const member = memberOf(shape.members, value);
    return pathsIn(member.shape, value, `${prefix}<${member.name}>`);
  }
  return Object.entries(value).flatMap(([name, child]: [string, unknown]) => {
    const own = join(prefix, name);
    const property = shape.kind === 'object' ? shape.properties.get(name) : undefined;
    if (shape.kind === 'object' && property === undefined) {
      throw new Error(`The SDK knows no ${own}`);
    }
    return [own, ...pathsIn(property?.shape ?? LEAF, child, own)];
  });
}

/** The member that a value is: its tags are equal, and nothing is missing or too much. */
export function memberOf(members: readonly Member[], value: object): Member {
  const [member, second] = members.filter(({ shape }) => fits(shape, value));
  if (member === undefined || second !== undefined) {
    throw new Error(`Not exactly one of the SDK's types fits ${JSON.stringify(value)}`);
  }
  return member;
}

function fits({ properties }: ObjectShape, value: object): boolean {
  const entries = new Map<string, unknown>(Object.entries(value));
  return (
    [...entries.keys()].every((name) => properties.has(name)) &&
    [...properties].every(([name, { optional, literal }]) => {
      if (!entries.has(name)) return optional;
      return literal === undefined || entries.get(name) === literal;
    })
  );
}

/** The names of an object's required properties. */
export function requiredOf({ properties }: ObjectShape): string[] {
  return [...properties].filter(([, { optional }]) => !optional).map(([name]) => name);
}

function isList(shape: Shape): boolean {
  return shape.kind === 'list';
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

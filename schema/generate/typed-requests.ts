import path from 'node:path';
import ts from 'typescript';

/**
 * What the requests of an SDK take, by the TypeScript checker. It shares no code with the readers that
 * the generator uses, so that a place which those overlook is found here.
 */
export class TypedRequests {
  readonly #checker: ts.TypeChecker;
  readonly #client: ts.Type;

  /** `file` exports the client, `RunwayML`. */
  constructor(program: ts.Program, file: string) {
    this.#checker = program.getTypeChecker();
    const source = program.getSourceFile(file);
    const module = source && this.#checker.getSymbolAtLocation(source);
    const exported = module === undefined ? [] : this.#checker.getExportsOfModule(module);
    const client = exported.find(({ name }) => name === 'RunwayML');
    if (client === undefined) throw new Error(`${file} exports no RunwayML`);
    const isAlias = (client.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? this.#checker.getAliasedSymbol(client) : client;
    this.#client = this.#checker.getDeclaredTypeOfSymbol(symbol);
  }

  /** Whether a request of the method has such a place (see shape.ts for paths). */
  has(method: string, place: string): boolean {
    return this.#at(method, place).length > 0;
  }

  /** Whether a text may stand at a place, or in a list that stands there. */
  takes(method: string, place: string, text: string): boolean {
    return this.#at(method, place)
      .flatMap((type) => [type, ...this.#entriesOf(type)])
      .some((type) => (type.isStringLiteral() ? type.value === text : isText(type)));
  }

  #at(method: string, place: string): readonly ts.Type[] {
    const steps = [...place.matchAll(/<([^>]+)>|(\[\])|(\{\})|\.?([^.<[{#]+)/g)];
    return steps.reduce<readonly ts.Type[]>((types, [, tag, list, map, name]) => {
      if (types.some(isAnything)) return types;
      if (list !== undefined) return types.flatMap((type) => this.#entriesOf(type));
      if (map !== undefined) return types.flatMap((type) => this.#valuesOf(type));
      if (tag !== undefined) return types.filter((type) => this.#isMember(type, tag));
      return types.flatMap((type) => this.#propertyOf(type, name ?? ''));
    }, this.#bodyOf(method));
  }

  #bodyOf(method: string): readonly ts.Type[] {
    const owner = method
      .split('.')
      .reduce<readonly ts.Type[]>(
        (types, name) => types.flatMap((type) => this.#propertyOf(type, name)),
        [this.#client],
      );
    const parameters = owner
      .flatMap((type) => type.getCallSignatures())
      .flatMap((signature) => signature.getParameters());
    const taken = parameters.find(({ name }) => name === 'body' || name === 'query');
    return taken === undefined ? [] : this.#membersOf(this.#checker.getTypeOfSymbol(taken));
  }

  /** The types of a property, in each form that it has; none where the type is no object with it. */
  #propertyOf(type: ts.Type, name: string): readonly ts.Type[] {
    const property = type.getProperty(name);
    return property === undefined ? [] : this.#membersOf(this.#checker.getTypeOfSymbol(property));
  }

  #entriesOf(type: ts.Type): readonly ts.Type[] {
    if (!this.#checker.isArrayType(type)) return [];
    return this.#checker
      .getTypeArguments(type as ts.TypeReference)
      .flatMap((entry) => this.#membersOf(entry));
  }

  #valuesOf(type: ts.Type): readonly ts.Type[] {
    const value = type.getStringIndexType();
    return value === undefined ? [] : this.#membersOf(value);
  }

  /** Whether an object is the one that a tag, or a property that only it has, stands for. */
  #isMember(type: ts.Type, tag: string): boolean {
    return type.getProperties().some(({ name }) => {
      const types = this.#propertyOf(type, name);
      return name === tag || types.some((each) => each.isStringLiteral() && each.value === tag);
    });
  }

  #membersOf(type: ts.Type): readonly ts.Type[] {
    if (isAnything(type)) return [type];
    const present = this.#checker.getNonNullableType(type);
    return present.isUnion() ? present.types : [present];
  }
}

/** The requests of the SDK in a folder. */
export function readTypedRequests(folder: string): TypedRequests {
  const file = path.join(folder, 'index.d.ts');
  return new TypedRequests(ts.createProgram([file], OPTIONS), file);
}

/** The requests of a client that a source text declares. */
export function typedRequestsIn(text: string): TypedRequests {
  const file = path.resolve('virtual-client.ts');
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, text, version) : read(name, version);
  return new TypedRequests(ts.createProgram([file], OPTIONS, host), file);
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: [],
};

function isAnything({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0;
}

/** `string`, and the `string & {}` of an open set. */
function isText(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.some(isText);
  return isAnything(type) || (type.flags & ts.TypeFlags.String) !== 0;
}

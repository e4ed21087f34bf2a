import path from 'node:path';
import ts from 'typescript';

/** Types as the TypeScript compiler sees them. Shares no code with the generator. */
export interface SdkTypes {
  readonly checker: ts.TypeChecker;
  /** In the order of the expressions. */
  readonly types: readonly ts.Type[];
}

/** `generate.video.create` → `RunwayML['generate']['video']['create']`. */
export function clientMember(method: string): string {
  return `RunwayML${method
    .split('.')
    .map((name) => `['${name}']`)
    .join('')}`;
}

/** Resolves type expressions in which `RunwayML` is the SDK's client. */
export function resolveTypes(expressions: readonly string[]): SdkTypes {
  const file = path.resolve('virtual.ts');
  const source = expressions.map((type, index) => `type T${String(index)} = ${type};`).join('\n');
  const text = `import type RunwayML from '@runwayml/sdk';\n${source}\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, text, version) : read(name, version);
  const program = ts.createProgram([file], options, host);
  const checker = program.getTypeChecker();
  const root = program.getSourceFile(file);
  if (root === undefined) throw new Error('The compiler lost the file');
  const types = root.statements
    .filter(ts.isTypeAliasDeclaration)
    .map((statement) => checker.getTypeAtLocation(statement.name));
  return { checker, types };
}

/** A type's members when it is a union, else itself. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** The entries' type of a list; undefined when it is none. */
export function entryOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.isArrayType(type)
    ? checker.getTypeArguments(type as ts.TypeReference)[0]
    : undefined;
}

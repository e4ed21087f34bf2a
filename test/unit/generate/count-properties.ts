import path from 'node:path';
import ts from 'typescript';

/**
 * How many properties the parameters of the SDK's methods have, as the TypeScript compiler sees them:
 * members of unions and entries of lists and maps included. Shares no code with the generator.
 */
export function countProperties(methods: readonly string[]): number {
  const file = path.resolve('virtual.ts');
  const source = methods
    .map((method, index) => {
      const client = `RunwayML${method
        .split('.')
        .map((name) => `['${name}']`)
        .join('')}`;
      return `type P${String(index)} = Parameters<${client}>;`;
    })
    .join('\n');
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
  let count = 0;
  for (const statement of root.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    const parameters = checker.getTypeArguments(
      checker.getTypeAtLocation(statement.name) as ts.TypeReference,
    );
    const body = parameters[parameters.length - 2];
    if (body !== undefined) count += countIn(checker, body);
  }
  return count;
}

function countIn(checker: ts.TypeChecker, type: ts.Type): number {
  if (type.isUnion()) return sum(type.types.map((member) => countIn(checker, member)));
  if ((type.flags & ts.TypeFlags.Object) === 0) return 0;
  if (checker.isArrayType(type)) {
    return sum(
      checker.getTypeArguments(type as ts.TypeReference).map((item) => countIn(checker, item)),
    );
  }
  const values = type.getStringIndexType();
  if (values !== undefined) return countIn(checker, values);
  const properties = checker.getPropertiesOfType(type);
  return sum(properties.map((property) => 1 + countIn(checker, checker.getTypeOfSymbol(property))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
